package org.popliteus.examples.service;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.remote.http.ClientConfig;

/** A Chromium without a window, as this machine has it; nothing is downloaded. */
final class Browser implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]*)\"");
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** More than the stops of any page before what a test looks for. */
  private static final int MOST_TABS = 60;

  private final ChromeDriver driver;

  private Browser(Path chromium, Path chromedriver, boolean scripts) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    // root may not use the sandbox, and the pages are our own
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--disable-gpu", "--disable-background-timer-throttling");
    options.setCapability("goog:loggingPrefs", Map.of("performance", "ALL", "browser", "ALL"));
    if (!scripts) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
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
  static Browser open(boolean scripts) {
    Optional<Path> chromium = find("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromedriver = find("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      String missing =
          "the page was not looked at in a browser: no "
              + (chromium.isEmpty() ? "chromium" : "chromedriver")
              + " on the PATH\n  Maybe apt-get install chromium chromium-driver.";
      if ("required".equals(System.getenv("POPLITEUS_BROWSER"))) {
        Assertions.fail(missing);
      }
      System.err.println("WARNING: " + missing);
      Assumptions.abort(missing);
    }
    return new Browser(chromium.orElseThrow(), chromedriver.orElseThrow(), scripts);
  }

  private static Optional<Path> find(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    List<String> folders = Arrays.asList(path.split(Pattern.quote(File.pathSeparator)));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A screen of this width, in light or dark. */
  void screen(int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", width < 600));
    media("screen", scheme);
  }

  void media(String medium, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                // colours are measured at rest
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  void show(String address) {
    driver.get(address);
  }

  /** Cuts the network, or joins it again. */
  void offline(boolean cut) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** As the browser's own Back. */
  void back() {
    driver.navigate().back();
  }

  WebElement first(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  boolean has(String selector) {
    return !all(selector).isEmpty();
  }

  String heading() {
    return first("h1").getText();
  }

  /** Taps where a finger would: in the middle, with nothing that sticks to an edge over it. */
  WebElement tap(String selector) {
    WebElement element = first(selector);
    run("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
    return element;
  }

  /** Presses a button, and waits for what follows. */
  void press(String selector) {
    WebElement page = first("main");
    tap(selector);
    waitForAnother(page);
  }

  /** Presses Enter on what has the focus, and waits for what follows. */
  void enter() {
    WebElement page = first("main");
    focused().sendKeys(Keys.ENTER);
    waitForAnother(page);
  }

  /** Waits until another page than this is shown. */
  void waitForAnother(WebElement page) {
    until(() -> !first("main").equals(page));
  }

  /** Waits until there is such an element. */
  void await(String selector) {
    until(() -> has(selector));
  }

  private static void until(BooleanSupplier holds) {
    Instant end = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(end)) {
      try {
        if (holds.getAsBoolean()) {
          return;
        }
        Thread.sleep(10);
      } catch (NoSuchElementException | StaleElementReferenceException e) {
        // between two pages
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new AssertionError("what was waited for did not come");
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Goes from stop to stop with the Tab key until one is what is looked for. */
  WebElement tabTo(Predicate<WebElement> wanted) {
    for (int i = 0; i < MOST_TABS; i++) {
      focused().sendKeys(Keys.TAB);
      if (wanted.test(focused())) {
        return focused();
      }
    }
    throw new AssertionError("the Tab key leads nowhere near it in " + MOST_TABS + " steps");
  }

  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Every violation that axe finds on the page as it is: rule, impact, and its first place. */
  @SuppressWarnings("unchecked")
  List<String> violations() throws IOException {
    try (InputStream axe =
        Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"), "axe")) {
      run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ["violations"]}).then(
              (result) => done(result.violations
                .map((v) => `${v.id} (${v.impact}): ${v.nodes.length} times, first ${v.nodes[0].html}`
                  + ` ${v.nodes[0].failureSummary}`)),
              (failure) => done(["axe failed: " + failure]));
            """);
    return (List<String>) Objects.requireNonNull(found, "a result");
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

  /** What the browser complained of since this was last called. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl(), "an address");
  }

  int cookies() {
    return driver.manage().getCookies().size();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
