package egov.kiosk.bench.packaging;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.updates.release.Draft;
import egov.kiosk.updates.release.KeyFolder;
import egov.kiosk.updates.release.Publication;
import egov.kiosk.updates.release.Signer;
import egov.kiosk.updates.release.TreePacker;
import egov.kiosk.updates.slot.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program in slots of its own, with the boot helper as a process, as on a kiosk. */
final class SlotMachine {
  private final Path kiosk;
  private final Path opt;
  private final Path boot;
  private final Path exchange;
  private final Path tree;
  private final KeyFolder keys;

  SlotMachine(Path kiosk, Path work) throws IOException, CryptoException {
    this.kiosk = kiosk;
    opt = Files.createDirectories(work.resolve("opt"));
    boot = Files.createDirectories(work.resolve("boot"));
    exchange = Files.createDirectories(work.resolve("exchange"));
    tree = work.resolve("tree");
    keys = new KeyFolder(work.resolve("keys"));
    keys.make();
    Files.createDirectories(opt.resolve("boot"));
    Instant now = Instant.now();
    Files.write(
        opt.resolve("boot/root.json"),
        Signer.file(keys.root(1, now, now.plus(Duration.ofDays(730))), keys.signers("root")));
    Files.createDirectories(opt.resolve("factory"));
    copy();
  }

  private void copy() throws IOException {
    try (Stream<Path> files = Files.walk(kiosk)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path below = kiosk.relativize(file);
        if (!below.startsWith("data")) {
          Path to = tree.resolve(below.toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** The program that runs. */
  Path current() {
    return opt.resolve("current");
  }

  /** A version that differs in one file, signed and installed. */
  void install(long version) throws IOException, InterruptedException {
    try {
      Files.writeString(tree.resolve("conf/version.txt"), Long.toString(version));
      Path bundle = Files.createDirectories(exchange.resolve("download"));
      try (Stream<Path> old = Files.list(bundle)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
      Map<String, Object> release =
          new TreePacker(tree).pack(Draft.of(version, "bench", Machine.archHere(), 0, 999), bundle);
      new Publication(version, Instant.now(), keys.signers("targets"), keys.online())
          .write(bundle, List.of(release));
      helper("install", bundle.toString());
    } catch (CryptoException e) {
      throw new IOException(e);
    }
  }

  /** What the runtime leaves for the helper. */
  void request(String word) throws IOException {
    Files.writeString(exchange.resolve("request"), word + "\n");
  }

  String state() throws IOException, InterruptedException {
    return helper("state");
  }

  /** Runs the helper, with the same jars and options as its script in the package. */
  String helper(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("java", "-XX:+UseSerialGC", "-Xmx64m", "-cp"));
    line.add(jars());
    line.add("egov.kiosk.updates.boot.KioskSlot");
    line.addAll(List.of("--opt", opt.toString(), "--boot", boot.toString()));
    line.addAll(List.of("--exchange", exchange.toString(), "--queue", "/nowhere"));
    line.addAll(List.of(words));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("kiosk-slot " + words[0] + ": " + said);
    }
    return said;
  }

  private String jars() throws IOException {
    try (Stream<Path> files = Files.list(kiosk.resolve("bundles"))) {
      return String.join(
          ":",
          files
              .map(Path::toString)
              .filter(jar -> jar.matches(".*/(kiosk-(updates|crypto|domain)|bcprov)-.*"))
              .toList());
    }
  }
}
