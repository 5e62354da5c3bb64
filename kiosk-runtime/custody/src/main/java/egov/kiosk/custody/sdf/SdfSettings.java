package egov.kiosk.custody.sdf;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a card's or machine's key is.
 *
 * @param library the vendor's library, absolute
 * @param keyIndex the index of the key pair, 1 and up
 * @param withAlgorithm whether SDF_InternalDecrypt_ECC takes an algorithm after the index: vendors
 *     differ, and a wrong choice can crash the process
 */
public record SdfSettings(Path library, int keyIndex, boolean withAlgorithm) {
  public SdfSettings {
    Objects.requireNonNull(library, "library");
    if (keyIndex < 1) {
      throw new IllegalArgumentException("custody: keyIndex is 1 or more");
    }
  }
}
