package org.popliteus.examples.service.fhir;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.fact.Unknown;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.springframework.stereotype.Component;

/** One Observation is one finding. */
@Component
class ObservationReader {
  private final Terms terms;
  private final Values values;
  private final Recency recency;

  ObservationReader(Terms terms, Values values, Recency recency) {
    this.terms = terms;
    this.values = values;
    this.recency = recency;
  }

  void read(Observation observation, Gathered gathered) {
    String where = FindingsReader.where(observation);
    ObservationStatus status = observation.getStatus();
    if (status == ObservationStatus.ENTEREDINERROR || status == ObservationStatus.CANCELLED) {
      gathered.warning(
          where, "it is " + status.toCode() + ", and does not count", "Maybe leave it out.");
      return;
    }
    Optional<FindingDefinition> finding = terms.finding(observation.getCode().getCoding());
    if (finding.isEmpty()) {
      gathered.warning(
          where,
          "the vocabulary has no finding with its code",
          "Maybe use a code of " + terms.system() + "; GET /vocabulary lists them.");
      return;
    }
    Optional<Instant> at = recency.of(date(observation.getEffective()), where, gathered);
    if (at.isEmpty()) {
      return;
    }
    if (observation.hasDataAbsentReason()) {
      gathered.add(new Unknown(finding.get().code()), at.get(), where);
    } else if (observation.hasValue()) {
      values
          .read(finding.get(), observation.getValue(), where + ".value", gathered.issues())
          .ifPresent(value -> gathered.add(value, at.get(), where));
    } else {
      gathered.error(
          where,
          finding.get().code() + " has neither a value nor a dataAbsentReason",
          "Maybe send one of them.");
    }
  }

  private static @Nullable Date date(@Nullable Type effective) {
    if (effective instanceof BaseDateTimeType time) {
      return time.getValue();
    }
    return effective instanceof Period period ? period.getStart() : null;
  }
}
