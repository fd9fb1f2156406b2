package org.popliteus.examples.service.fhir;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How FHIR resources are read.
 *
 * @param newestDays an Observation or QuestionnaireResponse older than this many days says nothing
 *     about today
 */
@ConfigurationProperties("popliteus.fhir")
record FhirSettings(int newestDays) {}
