package io.musemeter.aggregator.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a window, and what the tests ask of it. */
final class Browser implements AutoCloseable {
    /** How long a page may take to show what it was told. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    /** It warns of each browser newer than itself, though only commands that all of them know are used here. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.openqa.selenium");

    static {
        DRIVER_LOG.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    /** Starts a browser with an empty profile. */
    Browser() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program(NAMES).orElseThrow().toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + emptyFolder());
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driverProgram().orElseThrow())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    /** Why no browser can be started here, if none can. */
    static Optional<String> missing() {
        if (program(NAMES).isEmpty()) {
            return Optional.of("no browser: install Debian's chromium");
        }
        return driverProgram().isEmpty()
                ? Optional.of("no driver for the browser: install Debian's chromium-driver")
                : Optional.empty();
    }

    /** Opens a page as a new visitor of a desktop screen in the light scheme. */
    void open(String address) {
        driver.get("about:blank");
        complaints();
        screen(1360, 900);
        scheme("light");
        driver.get(address);
    }

    void reload() {
        driver.navigate().refresh();
    }

    void back() {
        driver.navigate().back();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    void screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void scheme(String light) {
        Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", light);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** Texts of everything that matches, read at one moment. */
    @SuppressWarnings("unchecked")
    List<String> texts(String css) {
        return (List<String>) script(
                "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).map(e => e.innerText.trim())",
                css);
    }

    String text(String css) {
        List<String> texts = texts(css);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** By how many pixels something sticks out of the page sideways. */
    long overhang() {
        return (Long)
                script("const page = document.documentElement; return Math.round(page.scrollWidth - page.clientWidth)");
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** What the browser complained of on its console since it was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    void picture(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<File> driverProgram() {
        return program(List.of("chromedriver")).map(Path::toFile);
    }

    private static Optional<Path> program(List<String> names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path emptyFolder() {
        try {
            Path folder = Files.createTempDirectory("musemeter-browser");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
