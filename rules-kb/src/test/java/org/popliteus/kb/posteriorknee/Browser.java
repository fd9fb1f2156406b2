package org.popliteus.kb.posteriorknee;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window, as this machine has it; nothing is downloaded. */
final class Browser implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]*)\"");

  /** Axe takes its time where others work on the same machine. */
  private static final Duration LONGEST = Duration.ofMinutes(9);

  private final ChromeDriver driver;

  private Browser(Path chromium, Path chromedriver) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    // root may not use the sandbox, and the pages are our own
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--disable-gpu", "--disable-background-timer-throttling");
    options.setCapability("goog:loggingPrefs", Map.of("performance", "ALL"));
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build(),
            options,
            ClientConfig.defaultConfig().readTimeout(LONGEST));
    driver.manage().timeouts().scriptTimeout(LONGEST);
  }

  /**
   * Without a browser the test that asks is skipped, or fails where {@code
   * POPLITEUS_BROWSER=required} is set.
   */
  static Browser open() {
    Optional<Path> chromium = find("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromedriver = find("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      String missing =
          "the review report was not looked at in a browser: no "
              + (chromium.isEmpty() ? "chromium" : "chromedriver")
              + " on the PATH\n  Maybe apt-get install chromium chromium-driver.";
      if ("required".equals(System.getenv("POPLITEUS_BROWSER"))) {
        Assertions.fail(missing);
      }
      System.err.println("WARNING: " + missing);
      Assumptions.abort(missing);
    }
    return new Browser(chromium.orElseThrow(), chromedriver.orElseThrow());
  }

  private static Optional<Path> find(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    List<String> folders = Arrays.asList(path.split(Pattern.quote(File.pathSeparator)));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a file anew, on a screen of this width. */
  void show(Path file, String anchor, int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", width < 600));
    media("screen", scheme);
    driver.get("about:blank");
    driver.get(file.toUri() + anchor);
    // the end of the blank page's loading is not yet the end of this one's
    new WebDriverWait(driver, Duration.ofSeconds(30))
        .until(
            page ->
                Boolean.TRUE.equals(
                    run(
                        "return location.protocol === 'file:' && document.readyState === 'complete'")));
  }

  void media(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  WebElement element(String id) {
    return driver.findElement(By.id(id));
  }

  WebElement first(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** To whatever has the focus. */
  void press(Keys... keys) {
    for (Keys key : keys) {
      focused().sendKeys(key);
    }
  }

  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  @Nullable Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** Every address that was asked for since this was last called. */
  List<String> requests() {
    return driver.manage().logs().get("performance").getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(
            message -> {
              var url = URL.matcher(message.substring(message.indexOf("\"request\":")));
              return url.find() ? url.group(1) : message;
            })
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
