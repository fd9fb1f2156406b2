package org.popliteus.examples.service.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** FHIR R4 as JSON. */
@Component
public class FhirJson {
  public static final String MEDIA_TYPE = "application/fhir+json";

  private final FhirContext context = FhirContext.forR4();

  /**
   * Reads one resource. What the parser would complain about in a log, it throws.
   *
   * @throws DataFormatException if it is none
   */
  public Resource parse(String json) {
    return (Resource) parser().parseResource(json);
  }

  /** Writes one resource. */
  public String encode(Resource resource) {
    return parser().encodeResourceToString(resource);
  }

  /** What a bundle or parameters hold, or the resource itself. */
  public static List<Resource> content(Resource resource) {
    List<Resource> content = new ArrayList<>();
    if (resource instanceof Bundle bundle) {
      for (BundleEntryComponent entry : bundle.getEntry()) {
        if (entry.hasResource()) {
          content.add(entry.getResource());
        }
      }
    } else if (resource instanceof Parameters parameters) {
      for (ParametersParameterComponent parameter : parameters.getParameter()) {
        if (parameter.hasResource()) {
          content.addAll(content(parameter.getResource()));
        }
      }
    } else {
      content.add(resource);
    }
    return content;
  }

  private IParser parser() {
    LenientErrorHandler errors = new LenientErrorHandler(false);
    errors.setErrorOnInvalidValue(true);
    return context.newJsonParser().setParserErrorHandler(errors);
  }
}
