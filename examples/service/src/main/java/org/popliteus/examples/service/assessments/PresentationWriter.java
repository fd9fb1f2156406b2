package org.popliteus.examples.service.assessments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.fact.Absent;
import org.popliteus.engine.fact.Chosen;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Measured;
import org.popliteus.engine.fact.Present;
import org.popliteus.engine.knowledge.Numbers;
import org.springframework.stereotype.Component;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a presentation as the codec reads it. */
@Component
class PresentationWriter {
  private final JsonMapper json;

  PresentationWriter(JsonMapper json) {
    // half characters, which a JSON escape may hold, survive no database's encoding
    this.json = json.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  }

  String write(@Nullable String id, Presentation presentation) {
    ObjectNode object = json.createObjectNode();
    if (id != null) {
      object.put("id", id);
    }
    ObjectNode findings = object.putObject("findings");
    for (Finding finding : presentation.findings()) {
      if (finding instanceof Measured measured) {
        findings.put(finding.code(), new BigDecimal(Numbers.plain(measured.value())));
      } else {
        findings.put(finding.code(), word(finding));
      }
    }
    return json.writeValueAsString(object);
  }

  private static String word(Finding finding) {
    if (finding instanceof Chosen chosen) {
      return chosen.option();
    }
    return finding instanceof Present
        ? "present"
        : finding instanceof Absent ? "absent" : "unknown";
  }
}
