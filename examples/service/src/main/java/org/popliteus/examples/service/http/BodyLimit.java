package org.popliteus.examples.service.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too long before anything reads it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {
  private final int most;
  private final ProblemWriter problems;

  BodyLimit(HttpSettings settings, ProblemWriter problems) {
    this.most = Math.toIntExact(settings.mostBytes().toBytes());
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long said = request.getContentLengthLong();
    boolean chunked = said < 0 && request.getHeader("Transfer-Encoding") != null;
    byte[] body = chunked ? request.getInputStream().readNBytes(most + 1) : new byte[0];
    if (said > most || body.length > most) {
      problems.write(
          response,
          Refusal.detail(
              HttpStatus.CONTENT_TOO_LARGE,
              "the body is longer than " + most + " bytes",
              "Maybe send one presentation a request."));
    } else {
      chain.doFilter(chunked ? new Buffered(request, body) : request, response);
    }
  }

  /** A request whose length was not said, read to its end. */
  private static final class Buffered extends HttpServletRequestWrapper {
    private final ByteArrayInputStream body;

    Buffered(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = new ByteArrayInputStream(body);
    }

    @Override
    public ServletInputStream getInputStream() {
      return new ServletInputStream() {
        @Override
        public int read() {
          return body.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
          return body.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
          return body.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new IllegalStateException("the request is read at once");
        }
      };
    }
  }
}
