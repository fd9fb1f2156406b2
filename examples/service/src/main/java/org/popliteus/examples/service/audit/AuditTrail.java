package org.popliteus.examples.service.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the entries in the database. */
@Repository
public class AuditTrail {
  private final JdbcClient jdbc;

  AuditTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps an entry whose id is new. */
  public void add(AuditEntry entry) {
    KnowledgeBaseVersion knowledge = entry.knowledge();
    jdbc.sql(
            """
            insert into assessment (id, assessed_at, door, presentation, answer,
                knowledge_id, knowledge_version, knowledge_status, knowledge_sha256, engine_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            entry.id(),
            entry.assessedAt().atOffset(ZoneOffset.UTC),
            entry.door(),
            entry.presentation(),
            entry.answer(),
            knowledge.id(),
            knowledge.version(),
            knowledge.status(),
            knowledge.sha256(),
            knowledge.engineVersion())
        .update();
  }

  /** Keeps that this card was shown for an assessment. */
  public void addCard(UUID card, UUID assessment) {
    jdbc.sql("insert into card (id, assessment_id) values (?, ?)")
        .params(card, assessment)
        .update();
  }

  /**
   * Keeps what somebody did with a card, in the JSON in which it was told; false where there is no
   * such card.
   */
  public boolean addFeedback(UUID card, Instant at, String feedback) {
    boolean known =
        jdbc.sql("select count(*) from card where id = ?").param(card).query(Long.class).single()
            > 0;
    if (known) {
      jdbc.sql("insert into feedback (id, card_id, told_at, feedback) values (?, ?, ?, ?)")
          .params(UUID.randomUUID(), card, at.atOffset(ZoneOffset.UTC), feedback)
          .update();
    }
    return known;
  }

  /** What was told about the cards of an assessment, oldest first. */
  List<String> feedback(UUID assessment) {
    return jdbc.sql(
            """
            select feedback from feedback join card on card.id = card_id
            where assessment_id = ? order by told_at, feedback.id""")
        .param(assessment)
        .query(String.class)
        .list();
  }

  /** The entry of this id, if it is still kept. */
  Optional<AuditEntry> find(UUID id) {
    return jdbc.sql("select * from assessment where id = ?")
        .param(id)
        .query((row, number) -> entry(row))
        .optional();
  }

  /** Deletes an entry and all that hangs on it; false where there is none. */
  boolean delete(UUID id) {
    return jdbc.sql("delete from assessment where id = ?").param(id).update() > 0;
  }

  /** Deletes every entry older than this, and counts them. */
  int deleteBefore(Instant instant) {
    return jdbc.sql("delete from assessment where assessed_at < ?")
        .param(instant.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getObject("id", UUID.class),
        row.getObject("assessed_at", OffsetDateTime.class).toInstant(),
        row.getString("door"),
        row.getString("presentation"),
        row.getString("answer"),
        new KnowledgeBaseVersion(
            row.getString("knowledge_id"),
            row.getString("knowledge_version"),
            row.getString("knowledge_status"),
            row.getString("knowledge_sha256"),
            row.getString("engine_version")));
  }
}
