package org.popliteus.examples.service.fhir;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.examples.service.fhir.Issue.Severity;
import org.springframework.stereotype.Component;

/** Reads the value of an Observation or of an answer, as the vocabulary wants it. */
@Component
class Values {
  private final Terms terms;
  private final Units units;

  Values(Terms terms, Units units) {
    this.terms = terms;
    this.units = units;
  }

  /** The finding; empty, with an issue, where the value is not one for it. */
  Optional<Finding> read(FindingDefinition finding, Type value, String where, List<Issue> issues) {
    Optional<Finding> read =
        switch (finding.kind()) {
          case TRI_STATE -> triState(finding, value);
          case NUMERIC -> number(finding, value);
          case CHOICE -> choice(finding, value);
        };
    if (read.isEmpty()) {
      issues.add(
          new Issue(
              Severity.ERROR,
              where,
              finding.code() + " cannot be " + described(value),
              "Maybe send " + wanted(finding) + "."));
    }
    return read;
  }

  private Optional<Finding> triState(FindingDefinition finding, Type value) {
    if (value instanceof BooleanType bool) {
      return Optional.of(
          bool.booleanValue() ? new Present(finding.code()) : new Absent(finding.code()));
    }
    return codings(value).stream()
        .flatMap(coding -> terms.answer(finding, coding).stream())
        .findFirst();
  }

  private Optional<Finding> number(FindingDefinition finding, Type value) {
    if (value instanceof IntegerType || value instanceof DecimalType) {
      double number = Double.parseDouble(value.primitiveValue());
      return Optional.of(new Measured(finding.code(), number));
    }
    if (value instanceof Quantity quantity
        && quantity.hasValue()
        && quantity.hasCode()
        && !quantity.hasComparator()
        && Units.SYSTEM.equals(quantity.getSystem())) {
      return units
          .convert(quantity.getValue(), quantity.getCode(), units.code(finding.unit()))
          .map(number -> new Measured(finding.code(), number));
    }
    return Optional.empty();
  }

  private Optional<Finding> choice(FindingDefinition finding, Type value) {
    for (Coding coding : codings(value)) {
      if (terms.system().equals(coding.getSystem())) {
        if (finding.options().contains(coding.getCode())) {
          return Optional.of(new Chosen(finding.code(), coding.getCode()));
        }
        if ("unknown".equals(coding.getCode())) {
          return Optional.of(new Unknown(finding.code()));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Coding> codings(Type value) {
    if (value instanceof CodeableConcept concept) {
      return concept.getCoding();
    }
    return value instanceof Coding coding ? List.of(coding) : List.of();
  }

  private static String described(Type value) {
    if (value instanceof Quantity quantity) {
      String unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
      String comparator = quantity.hasComparator() ? quantity.getComparator().toCode() + " " : "";
      String number = quantity.hasValue() ? quantity.getValue().toPlainString() : "no number";
      String system = Units.SYSTEM.equals(quantity.getSystem()) ? "" : ", which is no UCUM unit";
      return comparator + number + " " + (unit == null ? "without a unit" : unit) + system;
    }
    List<Coding> codings = codings(value);
    if (!codings.isEmpty()) {
      return codings.get(0).getSystem() + "|" + codings.get(0).getCode();
    }
    return "a " + value.fhirType() + (value.isPrimitive() ? " " + value.primitiveValue() : "");
  }

  private String wanted(FindingDefinition finding) {
    return switch (finding.kind()) {
      case TRI_STATE -> "true or false, or present, absent or unknown of " + terms.system();
      case NUMERIC -> "a Quantity in " + units.code(finding.unit()) + " of " + Units.SYSTEM;
      case CHOICE -> "one of " + finding.options() + " of " + terms.system();
    };
  }
}
