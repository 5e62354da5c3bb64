package egov.kiosk.upkeep.look;

import egov.kiosk.launcher.port.Laboratory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether keys, passwords and the data behind them are this kiosk's own, and nobody else's. */
final class SecretLooks {
  private static final Duration STALE = Duration.ofDays(7);
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final Machine machine;
  private final String user;

  SecretLooks(Machine machine, String user) {
    this.machine = machine;
    this.user = user;
  }

  List<Look> all() {
    return List.of(
        new Look("profile", timeout -> profile()),
        new Look("software-key", timeout -> softwareKey()),
        new Look("default-secrets", timeout -> defaults()),
        new Look("example-identity", timeout -> example()),
        new Look("secret-files", timeout -> secretFiles()),
        new Look("data-directory", timeout -> dataDirectory()),
        new Look("revocation-age", timeout -> revocation()),
        new Look("data-key-files", timeout -> dataKeys()));
  }

  private Verdict profile() {
    return machine.settings().production()
        ? Verdict.ok("production")
        : Verdict.warn(
            "this is a laboratory: software keys and test authorities are taken",
            "set kiosk.profile = production before citizens are served");
  }

  private Verdict softwareKey() {
    boolean software = machine.settings().text("crypto.custody").orElse("file").equals("file");
    return software
        ? Verdict.warn(
            "the kiosk's key lies in a file, and goes with the disk or with root",
            "level 3 needs a certified device: set crypto.custody")
        : Verdict.ok("the key stays in a device");
  }

  private Verdict defaults() throws IOException {
    for (Path file : machine.settings().paths(SecretLooks::believed)) {
      if (Files.isReadable(file) && Laboratory.made(file)) {
        return Verdict.forbidden(
            machine.settings().production(),
            file.getFileName() + " is a laboratory's, whose key anybody may have",
            "put the files that the platform and the seal's maker gave you");
      }
    }
    return Verdict.ok("no authority or seal is a laboratory's");
  }

  private static boolean believed(String key) {
    return Laboratory.isAuthorities(key) || Laboratory.isSeal(key);
  }

  private Verdict example() {
    return machine
            .settings()
            .text("crypto.kioskId")
            .orElse(Laboratory.EXAMPLE_ID)
            .equals(Laboratory.EXAMPLE_ID)
        ? Verdict.forbidden(
            machine.settings().production(),
            "the kiosk has the id of the example",
            "set crypto.kioskId to the one the platform gave, then kiosk enrol")
        : Verdict.ok("the kiosk has an id of its own");
  }

  private Verdict secretFiles() throws IOException {
    for (Path file :
        machine
            .settings()
            .paths(
                ".keyFile",
                ".encryptionKeyFile",
                ".passwordFile",
                ".passphraseFile",
                ".pinFile",
                ".secretFile")) {
      if (Files.exists(file) && openToOthers(file)) {
        return Verdict.fail(
            file.getFileName() + " can be read by other users",
            "chmod 600, then have a new one made: it may be known");
      }
    }
    return Verdict.ok("only the runtime's user reads them");
  }

  private Verdict dataDirectory() throws IOException {
    Path data = machine.data();
    if (!Files.isDirectory(data) || !Files.isWritable(data)) {
      return Verdict.fail(
          "the data directory is missing or cannot be written", "mend its owner or its mount");
    }
    if (!Files.getOwner(data, LinkOption.NOFOLLOW_LINKS).getName().equals(user)) {
      return Verdict.warn(
          "the data directory belongs to another user", "chown it to the runtime's user");
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(data);
    if (rights.contains(PosixFilePermission.OTHERS_WRITE)) {
      return Verdict.fail("every user can write to the data directory", "chmod 700");
    }
    return rights.contains(PosixFilePermission.GROUP_WRITE)
        ? Verdict.warn("its group can write to the data directory", "chmod 700")
        : Verdict.ok("only the runtime's user writes there");
  }

  private Verdict revocation() throws IOException {
    List<Path> lists = machine.settings().paths(".revocationFile");
    if (lists.isEmpty()) {
      return Verdict.forbidden(
          machine.settings().production(),
          "no revocation list is configured, so a revoked certificate still counts",
          "set crypto.revocationFile to where the authority's list is put");
    }
    for (Path list : lists) {
      if (!Files.exists(list)) {
        return Verdict.fail(list.getFileName() + " is missing", "put the authority's newest list");
      }
      Duration age =
          Duration.between(Files.getLastModifiedTime(list).toInstant(), machine.clock().instant());
      if (age.compareTo(STALE) > 0) {
        return Verdict.warn(
            list.getFileName() + " came " + age.toDays() + " days ago",
            "put the authority's newest list, and find out why it does not come by itself");
      }
    }
    return Verdict.ok("the lists are fresh");
  }

  private Verdict dataKeys() throws IOException {
    Path directory =
        machine.settings().text("rest-keys.directory").map(Path::of).orElse(machine.data());
    Path keys = directory.resolve("data-keys");
    if (!Files.exists(keys)) {
      return Verdict.warn(
          "no data keys were made yet", "they are made at the first start with a certificate");
    }
    return openToOthers(keys)
        ? Verdict.fail("the data keys can be read by other users", "chmod 600")
        : Verdict.ok("there, and for the runtime's user only");
  }

  private static boolean openToOthers(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
  }
}
