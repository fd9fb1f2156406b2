package org.popliteus.examples.service.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A body as text. JSON is in UTF-8, whatever the request's charset says. */
public final class Utf8 {
  private Utf8() {}

  /**
   * The text; empty for no body.
   *
   * @throws org.springframework.web.ErrorResponseException if it is not in UTF-8
   */
  public static String text(byte @Nullable [] body) {
    if (body == null) {
      return "";
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(
          HttpStatus.BAD_REQUEST, "the body is not in UTF-8", "Maybe encode it in UTF-8.");
    }
  }
}
