package egov.kiosk.packager;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.integrity.ProgramListException;
import egov.kiosk.integrity.ProgramRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of {@code packaging/package}, one a call.
 *
 * <pre>
 * slim TREE                            takes native libraries out of the jars of TREE
 * sign TREE KEYS TRUST                 writes program.list and its signature; TRUST gets the authority
 * deb ARCHIVE CONTROL FILE SECONDS xz|gzip
 * kura TREE BRIDGE DIRECTORY FILE VERSION
 * bill SBOM KNOWN NOTICES              fails on a known vulnerable version
 * add SBOM PARTS FILE ARCHITECTURE     FILE is SBOM with what is carried of Debian
 * add-npm SBOM PARTS FILE              FILE is SBOM with what the pages are made with
 * </pre>
 */
public final class Main {
  private Main() {}

  /** Exit codes: 0 done, 1 failed, 2 asked wrongly. */
  public static void main(String[] arguments) {
    try {
      System.exit(run(arguments));
    } catch (IOException | PackagingException | CryptoException | ProgramListException e) {
      System.err.println("packager: " + e.getMessage());
      System.exit(1);
    }
  }

  private static int run(String[] words)
      throws IOException, PackagingException, CryptoException, ProgramListException {
    switch (words.length == 0 ? "" : words[0] + words.length) {
      case "slim2" -> slim(Path.of(words[1]));
      case "sign4" -> sign(Path.of(words[1]), new ReleaseKey(Path.of(words[2])), Path.of(words[3]));
      case "deb6" ->
          DebianPackage.write(
              Path.of(words[1]),
              Path.of(words[2]),
              Path.of(words[3]),
              Instant.ofEpochSecond(Long.parseLong(words[4])),
              words[5]);
      case "kura7" -> {
        List<Path> bundles =
            KuraBundles.write(Path.of(words[1]), Path.of(words[2]), Path.of(words[3]));
        DeploymentPackage.write(Path.of(words[4]), "egov.kiosk", words[5], bundles);
        KuraCommand.write(Path.of(words[1]), Path.of(words[6]));
      }
      case "add5" -> add(OtherParts.DEBIAN, words);
      case "add-npm4" -> add(OtherParts.NPM, words);
      case "bill4" -> bill(Path.of(words[1]), Path.of(words[2]), Path.of(words[3]));
      default -> {
        System.err.println(
            "packager: slim, sign, deb, kura, bill, add or add-npm; see its description");
        return 2;
      }
    }
    return 0;
  }

  private static void slim(Path tree) throws IOException {
    for (String directory : List.of("bundles", "lib")) {
      List<Path> jars = new ArrayList<>();
      try (Stream<Path> files = Files.list(tree.resolve(directory))) {
        files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
      }
      for (Path jar : jars) {
        if (SlimJar.needed(jar, entry -> !SlimJar.isNative(entry))) {
          SlimJar.write(
              jar,
              jar,
              entry -> !SlimJar.isNative(entry),
              main -> NativeCode.keep(main, library -> false));
        }
      }
    }
  }

  private static void sign(Path tree, ReleaseKey key, Path trust)
      throws IOException, CryptoException, ProgramListException {
    int files = ProgramRelease.sign(tree, key.open());
    Files.createDirectories(trust.toAbsolutePath().getParent());
    Files.copy(key.authority(), trust, StandardCopyOption.REPLACE_EXISTING);
    System.out.println("packager: signed " + files + " program files");
  }

  private static void add(OtherParts parts, String... words)
      throws IOException, PackagingException {
    Files.writeString(
        Path.of(words[3]),
        parts.in(
            Files.readString(Path.of(words[1])),
            Files.readAllLines(Path.of(words[2])),
            words.length > 4 ? words[4] : "all"));
  }

  private static void bill(Path sbom, Path known, Path notices)
      throws IOException, PackagingException {
    Bill bill = Bill.read(sbom);
    KnownFaults faults = KnownFaults.read(known);
    List<String> found = faults.in(bill);
    if (!found.isEmpty()) {
      throw new PackagingException("known to be vulnerable: " + String.join("; ", found));
    }
    Files.createDirectories(notices.toAbsolutePath().getParent());
    Files.writeString(notices, Notices.of(bill), StandardCharsets.UTF_8);
    System.out.println(
        "packager: "
            + bill.components().size()
            + " components, none known to be bad but what is accepted");
    faults.accepted().forEach(one -> System.out.println("packager: accepted: " + one));
  }
}
