package org.popliteus.examples.service.page;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A whole page, with the status it is sent with. */
record Reply(HttpStatus status, String html, Locale language) {

  /** Says nothing of the page, which holds answers. */
  @Override
  public String toString() {
    return "Reply " + status.value();
  }
}
