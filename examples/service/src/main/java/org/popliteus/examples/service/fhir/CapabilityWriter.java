package org.popliteus.examples.service.fhir;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationKind;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.springframework.stereotype.Component;

/** What this server can do, in FHIR's own words. */
@Component
class CapabilityWriter {
  /** The id of the one operation, and its name behind the dollar sign. */
  static final String OPERATION = "assess";

  private final String operation;
  private final KnowledgeBaseVersion version;
  private final Date started;

  CapabilityWriter(Advisor advisor, Terms terms, Clock clock) {
    this.operation = terms.system() + ":" + OPERATION;
    this.version = advisor.version();
    this.started = Date.from(clock.instant());
  }

  CapabilityStatement statement() {
    CapabilityStatement statement = new CapabilityStatement();
    statement.setStatus(status()).setDate(started).setKind(CapabilityStatementKind.INSTANCE);
    statement.getSoftware().setName("Popliteus").setVersion(version.engineVersion());
    statement
        .getImplementation()
        .setDescription(
            "The knowledge base " + version.id() + " " + version.version() + "; no medical device");
    statement.setFhirVersion(FHIRVersion._4_0_1).addFormat(FhirJson.MEDIA_TYPE);
    CapabilityStatementRestComponent rest =
        statement.addRest().setMode(RestfulCapabilityMode.SERVER);
    for (String type : List.of("Questionnaire", "OperationDefinition")) {
      rest.addResource().setType(type).addInteraction().setCode(TypeRestfulInteraction.READ);
    }
    rest.addOperation().setName(OPERATION).setDefinition(operation);
    return statement;
  }

  OperationDefinition operation() {
    OperationDefinition definition = new OperationDefinition();
    definition.setId(OPERATION);
    definition
        .setUrl(operation)
        .setName("Assess")
        .setStatus(status())
        .setKind(OperationKind.OPERATION)
        .setCode(OPERATION)
        .setAffectsState(true)
        .setSystem(true)
        .setType(false)
        .setInstance(false)
        .setDescription(
            "Assesses what is known of one person with pain behind the knee: how urgent it is, what"
                + " it may be, and what to do. The answer is kept for the audit.");
    definition
        .addParameter()
        .setName("resource")
        .setUse(OperationParameterUse.IN)
        .setMin(1)
        .setMax("*")
        .setType("Resource")
        .setDocumentation("Patient, Observation, Condition, QuestionnaireResponse, or a Bundle.");
    definition
        .addParameter()
        .setName("return")
        .setUse(OperationParameterUse.OUT)
        .setMin(1)
        .setMax("1")
        .setType("Bundle")
        .setDocumentation("A collection that begins with a GuidanceResponse.");
    return definition;
  }

  private PublicationStatus status() {
    return version.status().equals("reviewed") ? PublicationStatus.ACTIVE : PublicationStatus.DRAFT;
  }
}
