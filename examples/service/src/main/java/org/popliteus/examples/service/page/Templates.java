package org.popliteus.examples.service.page;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fills a template to its end before anything is sent. */
@Component
class Templates {
  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

  Templates() {
    // .ftlh: every text is escaped as HTML unless a template says otherwise
    templates.setTemplateLoader(new ClassTemplateLoader(Templates.class, ""));
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setLocale(Locale.ROOT);
    templates.setNumberFormat("computer");
    // a template's error may quote what a person answered
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setFallbackOnNullLoopVariable(false);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
  }

  String write(String name, Map<String, ?> model) {
    StringWriter html = new StringWriter(1 << 16);
    try {
      templates.getTemplate(name + ".ftlh").process(model, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("the template " + name + " does not fit what it shows", e);
    }
    return html.toString();
  }
}
