package egov.kiosk.launcher.configuration;

import egov.kiosk.launcher.port.ProductionRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the program and its data lie.
 *
 * @param home the installation: {@code bundles/}, {@code lib/}, {@code conf/}, and perhaps {@code
 *     drivers/}; never written to
 * @param data everything this kiosk keeps; owner-only
 * @param configuration the configuration file
 */
public record Installation(Path home, Path data, Path configuration) {
  /** Where an integrator puts drivers of his own. */
  private static final String DRIVERS = "drivers";

  /** How bundles of ours are called among those of others. */
  private static final String OURS = "egov.kiosk";

  /**
   * An installation by what was named of it.
   *
   * @param home by default where the start script lies
   * @param data by default where a package says (system property {@code kiosk.data}), or {@code
   *     data/} below the installation
   * @param configuration by default where a package says ({@code kiosk.config}), or {@code
   *     conf/kiosk.properties} below the installation
   */
  public static Installation of(
      Optional<Path> home, Optional<Path> data, Optional<Path> configuration) {
    Path root = absolute(home.orElse(Path.of(System.getProperty("kiosk.home", "."))));
    return new Installation(
        root,
        absolute(data.or(() -> said("kiosk.data")).orElse(root.resolve("data"))),
        absolute(
            configuration
                .or(() -> said("kiosk.config"))
                .orElse(root.resolve("conf/kiosk.properties"))));
  }

  private static Optional<Path> said(String property) {
    return Optional.ofNullable(System.getProperty(property))
        .filter(text -> !text.isEmpty())
        .map(Path::of);
  }

  /**
   * Understands the plain command {@code run}, followed by nothing but directories and a file.
   *
   * @return the installation, or empty for everything else
   */
  public static Optional<Installation> ofRun(String[] arguments) {
    if (arguments.length % 2 == 0 || !arguments[0].equals("run")) {
      return Optional.empty();
    }
    Map<String, Path> named = new HashMap<>();
    for (int i = 1; i < arguments.length; i += 2) {
      named.put(arguments[i], Path.of(arguments[i + 1]));
    }
    if (!Set.of("--home", "--data", "--config").containsAll(named.keySet())) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            Optional.ofNullable(named.get("--home")),
            Optional.ofNullable(named.get("--data")),
            Optional.ofNullable(named.get("--config"))));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /**
   * Where the bundles of ours lie that a framework of others runs (system property {@code
   * kiosk.plugins}, set by the package for it); empty on a kiosk that this program starts.
   */
  public static Optional<Path> plugins() {
    return said("kiosk.plugins");
  }

  /** The bundles of the assembly, in order of name, and those of others in {@code drivers/}. */
  public List<Path> bundles() throws IOException {
    Optional<Path> plugins = plugins();
    if (plugins.isPresent()) {
      return jars(plugins.get()).stream()
          .filter(jar -> jar.getFileName().toString().startsWith(OURS))
          .toList();
    }
    List<Path> all = new ArrayList<>(jars(home.resolve("bundles")));
    for (Path driver : drivers()) {
      if (new DriverFile(driver).complaint().isEmpty()) {
        all.add(driver);
      }
    }
    return List.copyOf(all);
  }

  private List<Path> drivers() throws IOException {
    Path directory = home.resolve(DRIVERS);
    return Files.isDirectory(directory) ? jars(directory) : List.of();
  }

  /** What lies in {@code drivers/} and is no driver, in words. */
  public List<String> leftOut() throws IOException {
    return drivers().stream()
        .map(driver -> new DriverFile(driver).complaint())
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Path> jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Whether a bundle's file is a driver that somebody else made. */
  public static boolean isDriver(Path bundle) {
    return bundle.getParent() != null && bundle.getParent().endsWith(DRIVERS);
  }

  /**
   * What the technician set.
   *
   * @param configuration the checked file
   * @param components what can be set: attributes by id, by component pid
   */
  public record Settings(
      Configuration configuration, Map<String, Map<String, Attribute>> components) {}

  /**
   * Reads and checks the configuration file.
   *
   * @throws ConfigurationException when it is refused
   */
  public Settings readSettings() throws IOException, ConfigurationException {
    ConfigurationFile file =
        SetupSettings.over(
            ConfigurationFile.read(configuration, Map.of("home", home, "data", data)),
            SetupSettings.in(data));
    Map<String, Map<String, Attribute>> components =
        Profile.beside(new MetatypeCache(data.resolve("metatype.cache")).read(bundles()));
    Configuration checked = Configuration.check(file, components);
    if (Profile.of(checked) == Profile.PRODUCTION) {
      refuseLaboratory(checked);
    }
    return new Settings(forTheDoctor(checked).without(Profile.COMPONENT), components);
  }

  /** With every fault at once. */
  private void refuseLaboratory(Configuration checked) throws ConfigurationException {
    List<String> complaints =
        ProductionRules.complaints(checked.texts()).stream()
            .map(complaint -> configuration + ": production: " + complaint)
            .toList();
    if (!complaints.isEmpty()) {
      throw new ConfigurationException(complaints);
    }
  }

  /** What the doctor must know of this installation, and no technician need write down. */
  private Configuration forTheDoctor(Configuration checked) {
    return checked
        .with("upkeep", "profile", Profile.of(checked).name().toLowerCase(Locale.ROOT))
        .with("upkeep", "settingsFile", configuration.toString())
        .with("upkeep", "dataDirectory", data.toString());
  }

  /**
   * The configuration as it is in force, settings from afar included; changes nothing.
   *
   * @throws ConfigurationException when the file is refused
   */
  public Configuration readConfiguration() throws IOException, ConfigurationException {
    return new RemoteDesk(overlay()).look(readSettings());
  }

  /** Where settings from afar are kept. */
  public OverlayFile overlay() {
    return new OverlayFile(data.resolve("settings").resolve("overlay"));
  }
}
