package org.popliteus.examples.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PopliteusService {
  /** Settings may follow as {@code --popliteus.name=value}. */
  public static void main(String[] arguments) {
    SpringApplication.run(PopliteusService.class, arguments);
  }
}
