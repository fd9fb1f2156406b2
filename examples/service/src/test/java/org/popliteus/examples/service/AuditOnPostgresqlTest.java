package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ExtendWith(Postgresql.Needed.class)
@ServiceTest
@DirtiesContext
class AuditOnPostgresqlTest extends AuditContract {
  private static @Nullable Postgresql server;

  @Autowired private DataSource database;

  @DynamicPropertySource
  static void start(DynamicPropertyRegistry settings) throws Exception {
    Postgresql started = Postgresql.start();
    server = started;
    settings.add("spring.datasource.url", started::url);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void isAPostgresql() throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
    }
  }
}
