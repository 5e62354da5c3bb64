package egov.kiosk.platform;

import java.nio.file.Path;

/** Where keys and certificates of a laboratory are, below one directory. */
record PlatformFiles(Path directory) {
  static final String SIGNER = "platform-sign";
  static final String RECIPIENT = "platform-enc";
  static final String FRONT = "platform-front";

  Path authority() {
    return directory.resolve("ca.pem");
  }

  Path authorityKey() {
    return directory.resolve("ca.key");
  }

  Path revocations() {
    return directory.resolve("crl.pem");
  }

  Path certificate(String name) {
    return directory.resolve(name + ".pem");
  }

  Path key(String name) {
    return directory.resolve(name + ".key");
  }

  Path kiosks() {
    return directory.resolve("kiosk");
  }

  PlatformFiles ofKiosks() {
    return new PlatformFiles(kiosks());
  }

  /** Which tablet works in which grid, lines of {@code KIOSK GRID [BADGE...]}. */
  Path grids() {
    return directory.resolve("grids.txt");
  }

  Path password(String kioskId) {
    return kiosks().resolve(kioskId + ".password");
  }
}
