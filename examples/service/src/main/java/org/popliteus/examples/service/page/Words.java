package org.popliteus.examples.service.page;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The page's own texts, in one language. Public for the templates. */
public final class Words {
  private static final ResourceBundleMessageSource MESSAGES = messages();

  private final MessageSource messages;
  private final Locale locale;

  private Words(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("org/popliteus/examples/service/page/messages");
    messages.setDefaultEncoding("UTF-8");
    // a language that nobody translated into gets the file without one, and not the server's own
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  /** In the language of the reader, or the nearest there is. */
  static Words in(Locale locale) {
    return new Words(MESSAGES, locale);
  }

  /** The language in which they really are. */
  Locale language() {
    return Locale.forLanguageTag(say("language"));
  }

  /**
   * One text.
   *
   * @param values what it says in place of {0}, {1} and so on
   * @throws org.springframework.context.NoSuchMessageException if there is no such text
   */
  public String say(String key, Object... values) {
    return messages.getMessage(key, values, locale);
  }
}
