package egov.kiosk.facepacks.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.DeviceEnrolments;
import egov.kiosk.crypto.custody.FileCustody;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.KeyEnrolment;
import egov.kiosk.crypto.custody.KeyFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/** Stands for the room of devices, which has tests of its own: its device is a drawer of files. */
public final class DrawerDevice implements DeviceEnrolments {
  @Override
  public KeyEnrolment enrolment(Map<String, String> values) {
    throw new AssertionError("nobody makes keys");
  }

  @Override
  public KeyCustody custody(Map<String, String> values) {
    String drawer = values.get("library");
    if (drawer == null) {
      throw new IllegalArgumentException("custody: library names a file");
    }
    Path folder = Path.of(drawer);
    KeyFiles.Pair pair =
        new KeyFiles.Pair(folder.resolve("kiosk.key"), folder.resolve("kiosk.pem"));
    try {
      return FileCustody.open(
          new KeyFiles(pair, Optional.empty(), Optional.empty()), new SecureRandom());
    } catch (CryptoException e) {
      throw new IllegalArgumentException("the drawer does not open", e);
    }
  }
}
