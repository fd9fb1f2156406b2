package org.popliteus.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in a process of its own. */
class ServiceJarIT {
  private static final Path PRESENTATION =
      Path.of("../cli/presentations/swollen-calf-after-a-flight.json");

  @TempDir private static Path shared;
  private static StartedJar jar;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    jar = StartedJar.start(shared);
  }

  @AfterAll
  static void stop() {
    jar.close();
  }

  @Test
  void answersAlone() throws Exception {
    HttpResponse<String> answer =
        post(jar, "application/json", BodyPublishers.ofFile(PRESENTATION));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body())
        .startsWith(
            "{\"schema\":1,\"id\":\"swollen-calf-after-a-flight\",\"urgency\":\"same-day\"");
    assertThat(get(jar, "/").body()).contains("Where does it hurt?", "data-code=\"PAIN_CALF\"");
    assertThat(get(jar, "/page/page.js").statusCode()).isEqualTo(200);
    assertThat(get(jar, "/swagger-ui/index.html").statusCode()).isEqualTo(200);
    assertThat(get(jar, "/fhir/Questionnaire/posterior-knee").statusCode()).isEqualTo(200);
    assertThat(get(jar, "/actuator/health").body()).contains("UP");
  }

  @Test
  void tellsTheSenderOfALongBodyThatItIsTooLong() throws Exception {
    byte[] long10 = new byte[10_000_000];
    HttpResponse<String> answer = post(jar, "application/json", BodyPublishers.ofByteArray(long10));
    HttpResponse<String> inParts =
        post(
            jar,
            "application/json",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long10)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(inParts.statusCode()).isEqualTo(413);
    assertThat(inParts.body()).contains("the body is longer than");
  }

  @Test
  void answersWhatItHasBegunBeforeItStops() throws Exception {
    byte[] body = Files.readAllBytes(PRESENTATION);
    StartedJar own = StartedJar.start(folder);
    try (own;
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), own.port())) {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body, 0, 10);
      out.flush();
      waitUntilTheServiceReads(own);
      own.askToStop();
      own.waitFor("Commencing graceful shutdown");
      out.write(body, 10, body.length - 10);
      out.flush();
      InputStream in = socket.getInputStream();

      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 201").contains("\"urgency\":\"same-day\"");
      assertThat(own.waitForEnd()).isEqualTo(143);
    }
    assertThat(own.log()).contains("Graceful shutdown complete");
  }

  @Test
  void keepsItsAuditInAFileOverARestart() throws Exception {
    String kept;
    try (StartedJar first = StartedJar.start(folder)) {
      HttpResponse<String> answer =
          post(first, "application/json", BodyPublishers.ofFile(PRESENTATION));
      kept = answer.headers().firstValue("Location").orElseThrow();
    }
    try (StartedJar second = StartedJar.start(folder)) {
      assertThat(get(second, kept).body()).contains("\"CALF_SWELLING\":\"present\"");
    }
  }

  @Test
  void answersAnAddressThatItsWallStopsWithProblemDetails() throws Exception {
    HttpResponse<String> answer = get(jar, "/assessments;x=%3Cscript%3E");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).doesNotContain("script");
  }

  @Test
  void readsFhirAlone() throws Exception {
    String temperature =
        """
        {"resourceType": "Observation", "status": "final",
         "code": {"coding": [{"system": "http://loinc.org", "code": "8310-5"}]},
         "valueQuantity": {"value": 102.2, "system": "http://unitsofmeasure.org",
           "code": "[degF]"}}""";
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(jar.uri("/fhir/$assess"))
                    .header("Content-Type", "application/fhir+json")
                    .POST(BodyPublishers.ofString(temperature))
                    .build(),
                BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"resourceType\":\"GuidanceResponse\"");
  }

  /** Counts the request that is waiting for its body, and the one that asks. */
  private static void waitUntilTheServiceReads(StartedJar jar) throws Exception {
    String two = "\"statistic\":\"ACTIVE_TASKS\",\"value\":2.0";
    String active = "";
    for (int i = 0; i < 200 && !active.contains(two); i++) {
      active = get(jar, "/actuator/metrics/http.server.requests.active").body();
    }
    assertThat(active).contains(two);
  }

  private static HttpResponse<String> get(StartedJar jar, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(jar.uri(path)).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(StartedJar jar, String type, BodyPublisher body)
      throws Exception {
    URI uri = jar.uri("/assessments");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).header("Content-Type", type).POST(body).build(),
            BodyHandlers.ofString());
  }
}
