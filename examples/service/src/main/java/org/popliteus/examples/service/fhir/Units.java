package org.popliteus.examples.service.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Units by UCUM, the Unified Code for Units of Measure. Temperatures are converted here: the
 * library does not know scales that begin elsewhere than at zero.
 */
@Component
class Units {
  static final String SYSTEM = "http://unitsofmeasure.org";

  /** How a vocabulary writes units for people. */
  private static final Map<String, String> UCUM =
      Map.of("years", "a", "days", "d", "°C", "Cel", "points", "1", "ratio", "1");

  private static final int DIGITS = 12;

  private final UcumEssenceService ucum;

  Units() {
    try (InputStream stream = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
      this.ucum = new UcumEssenceService(stream);
    } catch (UcumException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The UCUM code of a vocabulary's unit; 1 for a number without one. */
  String code(@Nullable String unit) {
    return unit == null ? "1" : UCUM.getOrDefault(unit, unit);
  }

  /** The value in another unit; empty where the one cannot be converted into the other. */
  Optional<Double> convert(BigDecimal value, String from, String to) {
    if (to.equals("Cel") && from.equals("K")) {
      return Optional.of(value.subtract(new BigDecimal("273.15")).doubleValue());
    }
    if (to.equals("Cel") && from.equals("[degF]")) {
      return Optional.of(
          value
              .subtract(BigDecimal.valueOf(32))
              .multiply(BigDecimal.valueOf(5))
              .divide(BigDecimal.valueOf(9), DIGITS, RoundingMode.HALF_EVEN)
              .doubleValue());
    }
    try {
      // the library keeps no more digits than it is given
      String exact = value.setScale(Math.max(value.scale(), DIGITS)).toPlainString();
      return Optional.of(Double.valueOf(ucum.convert(new Decimal(exact), from, to).asDecimal()));
    } catch (UcumException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
