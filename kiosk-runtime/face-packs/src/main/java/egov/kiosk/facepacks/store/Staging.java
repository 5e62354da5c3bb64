package egov.kiosk.facepacks.store;

import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.pack.PackFile;
import egov.kiosk.identity.pack.PackManifest;
import egov.kiosk.identity.pack.PackText;
import egov.kiosk.identity.pack.PackTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Copies what a believed manifest names, and nothing else, into a folder of its own. */
final class Staging {
  private static final int MOST_SIGNATURE_BYTES = 16 << 10;

  private Staging() {}

  /** Fills an empty folder from a source; the manifest is believed before anything is written. */
  static void fill(Path folder, PackSource source, PackTrust trust)
      throws FacePackException, IOException {
    byte[] text = source.read(PackManifest.FILE_NAME, PackText.MOST_BYTES);
    Optional<byte[]> signature =
        source.has(PackManifest.SIGNATURE_NAME)
            ? Optional.of(source.read(PackManifest.SIGNATURE_NAME, MOST_SIGNATURE_BYTES))
            : Optional.empty();
    trust.check(text, signature);
    PackManifest manifest = PackManifest.parse(text);
    for (PackFile file : manifest.files()) {
      Durably.write(
          folder.resolve(file.name()), source.read(file.name(), FacePack.MOST_FILE_BYTES));
    }
    if (signature.isPresent()) {
      Durably.write(folder.resolve(PackManifest.SIGNATURE_NAME), signature.get());
    }
    Durably.write(folder.resolve(PackManifest.FILE_NAME), text);
    Durably.remember(folder);
  }

  /** Deletes what a command that was killed left behind. */
  static void sweep(Path store) throws IOException {
    try (var entries = Files.newDirectoryStream(store, "{incoming,outgoing}-*")) {
      for (Path entry : entries) {
        Durably.delete(entry);
      }
    }
    Files.deleteIfExists(store.resolve("in-service.new"));
  }
}
