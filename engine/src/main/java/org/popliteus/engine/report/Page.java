package org.popliteus.engine.report;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** Fills the template. FreeMarker is known here and in {@link RecordWrapper} alone. */
final class Page {
  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

  Page() {
    // .ftlh: every text is escaped as HTML unless a template says otherwise
    templates.setTemplateLoader(new ClassTemplateLoader(Page.class, ""));
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setObjectWrapper(new RecordWrapper());
    templates.setLocale(Locale.ROOT);
    templates.setNumberFormat("computer");
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setFallbackOnNullLoopVariable(false);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
  }

  String write(Contents contents) {
    String style = resource("report.css");
    String script = resource("report.js");
    StringWriter html = new StringWriter(1 << 22);
    try {
      templates
          .getTemplate("report.ftlh")
          .process(
              Map.of(
                  "kb",
                  contents,
                  "generator",
                  ReviewReport.GENERATOR,
                  "style",
                  style,
                  "script",
                  script,
                  "styleDigest",
                  digest(style),
                  "scriptDigest",
                  digest(script)),
              html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("the template of the report does not fit its contents", e);
    }
    return html.toString();
  }

  private static String resource(String name) {
    try (InputStream stream = Page.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not beside the class " + Page.class.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a content security policy names what alone may run. */
  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
