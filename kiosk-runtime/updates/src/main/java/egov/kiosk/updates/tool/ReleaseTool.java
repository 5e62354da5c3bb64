package egov.kiosk.updates.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.updates.release.Draft;
import egov.kiosk.updates.release.KeyFolder;
import egov.kiosk.updates.release.Publication;
import egov.kiosk.updates.release.Signer;
import egov.kiosk.updates.release.TreePacker;
import egov.kiosk.updates.slot.Machine;
import egov.kiosk.updates.trust.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * The release manager's tool, with keys in files: for laboratories. Exit codes: 0 done, 1 failed, 2
 * asked wrongly.
 */
public final class ReleaseTool implements ToolProvider {
  private static final Duration ROOT_LIFE = Duration.ofDays(730);
  private static final Set<String> OPTIONS =
      Set.of(
          "keys",
          "old-keys",
          "of",
          "out",
          "version",
          "metadata-version",
          "name",
          "arch",
          "hardware",
          "min-from",
          "downgrade-from",
          "schema");

  @Override
  public String name() {
    return "kiosk-release";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      Words words = Words.of(List.of(arguments), OPTIONS);
      switch (words.word(0, "keys, root, bundle or renew")) {
        case "keys" -> {
          new KeyFolder(Path.of(words.word(1, "a directory"))).make();
          out.println("seven keys for a laboratory are there; nobody else may read them");
        }
        case "root" -> root(words, out);
        case "bundle" -> bundle(words, out);
        case "renew" -> renew(words, out);
        default -> throw new IllegalArgumentException("keys, root, bundle or renew");
      }
      return 0;
    } catch (IllegalArgumentException e) {
      err.println("kiosk: " + e.getMessage());
      return 2;
    } catch (IOException | CryptoException e) {
      err.println("kiosk: " + e.getMessage());
      return 1;
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** {@code root --keys DIR --out DIR [--of WHOSE --version N --old-keys DIR]}. */
  private static void root(Words words, PrintWriter out) throws IOException, CryptoException {
    KeyFolder keys = new KeyFolder(Path.of(words.need("keys")));
    long version = words.number("version", 1);
    Instant now = Instant.now();
    List<Signer> signers = new ArrayList<>(keys.signers("root"));
    if (words.option("old-keys").isPresent()) {
      signers.addAll(new KeyFolder(Path.of(words.need("old-keys"))).signers("root"));
    }
    Path file = Files.createDirectories(Path.of(words.need("out"))).resolve(Role.rootName(version));
    String of = words.option("of").orElse(KeyFolder.LABORATORY);
    Files.write(file, Signer.file(keys.root(of, version, now, now.plus(ROOT_LIFE)), signers));
    out.println("written: " + file + ", root of " + of);
  }

  /** {@code bundle TREE --keys DIR --out DIR --version N --name X --schema A-B …}. */
  private static void bundle(Words words, PrintWriter out) throws IOException, CryptoException {
    long version = words.number("version", 0);
    String schema = words.option("schema").orElse("");
    if (!schema.matches("[0-9]{1,6}-[0-9]{1,6}")) {
      throw new IllegalArgumentException(
          "--schema is the range of queue versions it opens, such as 3-3");
    }
    Draft draft =
        new Draft(
            version,
            words.need("name"),
            words.option("arch").orElse(Machine.archHere()),
            words.list("hardware"),
            words.number("min-from", 0),
            words.list("downgrade-from").stream().map(Long::valueOf).toList(),
            Long.parseLong(schema.substring(0, schema.indexOf('-'))),
            Long.parseLong(schema.substring(schema.indexOf('-') + 1)));
    Path into = Path.of(words.need("out"));
    Map<String, Object> release =
        new TreePacker(Path.of(words.word(1, "the tree"))).pack(draft, into);
    publication(words, words.number("metadata-version", version)).write(into, List.of(release));
    out.println("version " + version + " lies in " + into + ", signed");
  }

  /** {@code renew DIR --keys DIR --metadata-version N --version TARGETS}. */
  private static void renew(Words words, PrintWriter out) throws IOException, CryptoException {
    Path into = Path.of(words.word(1, "the directory of a release"));
    publication(words, words.number("metadata-version", 0))
        .renew(
            into,
            words.number("version", 0),
            Files.readAllBytes(into.resolve(Role.TARGETS.fileName())));
    out.println("snapshot and timestamp are signed anew");
  }

  private static Publication publication(Words words, long version) throws CryptoException {
    KeyFolder keys = new KeyFolder(Path.of(words.need("keys")));
    return new Publication(version, Instant.now(), keys.signers("targets"), keys.online());
  }
}
