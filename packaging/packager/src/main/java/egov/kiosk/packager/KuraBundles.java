package egov.kiosk.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bundles that go into Eclipse Kura: ours, the bridge, and the libraries they need under names
 * of our own, because two packages must not bring a bundle of one name. Libraries of the framework
 * itself stay out. Native parts stay for Linux on x86-64 and ARM of 64 bits.
 */
public final class KuraBundles {
  /** What only our own assembly has use for: it starts, supervises and updates itself there. */
  private static final Set<String> OURS_ALONE =
      Set.of("supervision", "integrity", "updates", "watch");

  /** What the framework brings itself, or nobody asks for. */
  private static final Pattern FRAMEWORKS =
      Pattern.compile(
          "org\\.(eclipse\\.equinox|apache\\.felix|osgi)\\..*|org\\.eclipse\\.(osgi|paho).*"
              + "|slf4j.*|logback.*|picocli.*|kiosk-launcher-[0-9].*");

  private static final Pattern KEPT_NATIVES =
      Pattern.compile(
          ".*(linux/(x86_64|ARMv8)|linux-(x86-64|aarch64)|Linux/(x86_64|aarch64|armv8_64))/[^/]+");

  /** Citizens see a page at once, and the bridge opens the gate for all others. */
  private static final Pattern AT_ONCE = Pattern.compile("kiosk-(local-api|kura-bridge)-[0-9].*");

  private static final String LIBRARY = "egov.kiosk.library.";

  /**
   * Where kiosks on Kura keep what they keep: not below its own directory, which is another one
   * with each of its versions.
   */
  static final String DATA = "/var/lib/kiosk";

  private KuraBundles() {}

  /**
   * Writes them.
   *
   * @param tree the assembled kiosk
   * @param bridge the bridge's jar
   * @param to an empty directory
   * @return the bundles in the order in which they are installed: libraries first
   */
  public static List<Path> write(Path tree, Path bridge, Path to)
      throws IOException, PackagingException {
    return write(tree, bridge, to, DATA);
  }

  /**
   * As above.
   *
   * @param data where the kiosk keeps what it keeps
   */
  public static List<Path> write(Path tree, Path bridge, Path to, String data)
      throws IOException, PackagingException {
    KuraDefaults defaults = new KuraDefaults(tree.resolve("conf/kiosk.properties"), data);
    List<Path> sources = new ArrayList<>(jars(tree.resolve("bundles")));
    sources.addAll(jars(tree.resolve("lib")));
    sources.add(bridge);
    Files.createDirectories(to);
    List<Path> libraries = new ArrayList<>();
    List<Path> ours = new ArrayList<>();
    for (Path source : sources) {
      String name = source.getFileName().toString();
      if (FRAMEWORKS.matcher(name).matches() || isOursAlone(name)) {
        continue;
      }
      boolean own = name.startsWith("kiosk-");
      Path fresh = to.resolve(name);
      SlimJar.write(
          source,
          fresh,
          KuraBundles::stays,
          main -> change(main, own),
          own
              ? new KuraDescriptions(source, defaults, !AT_ONCE.matcher(name).matches())::change
              : SlimJar.Edit.NONE,
          name.startsWith("kiosk-catalogue-") ? items(tree) : List.of());
      (own ? ours : libraries).add(named(fresh));
    }
    libraries.addAll(ours);
    return libraries;
  }

  private static boolean isOursAlone(String name) {
    return OURS_ALONE.stream().anyMatch(room -> name.startsWith("kiosk-" + room + "-"));
  }

  private static boolean stays(String entry) {
    return !SlimJar.isNative(entry) || KEPT_NATIVES.matcher(entry).matches();
  }

  private static void change(Attributes main, boolean own) {
    NativeCode.keep(main, KuraBundles::stays);
    String imports = main.getValue("Import-Package");
    if (imports != null) {
      // Kura 5 brings slf4j 1.7, Kura 6 brings 2.0; what we call is in both.
      main.putValue(
          "Import-Package",
          imports.replaceAll("(org\\.slf4j;version=)\"\\[2[^\"]*\"", "$1\"[1.7,3)\""));
    }
    String name = main.getValue("Bundle-SymbolicName");
    if (!own && name != null) {
      main.putValue("Bundle-SymbolicName", LIBRARY + name.split(";")[0].strip());
    }
  }

  /** Under the name that Kura's plugins directories use: {@code NAME_VERSION.jar}. */
  private static Path named(Path bundle) throws IOException, PackagingException {
    String name = DeploymentPackage.Member.of(bundle).fileName();
    return Files.move(bundle, bundle.resolveSibling(name));
  }

  /** The service items, which a package of bundles has no other place for. */
  private static List<Path> items(Path tree) throws IOException {
    try (Stream<Path> files = Files.list(tree.resolve("items"))) {
      return files.sorted().toList();
    }
  }

  private static List<Path> jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    }
  }
}
