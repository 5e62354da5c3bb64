package egov.kiosk.crypto.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.FileCustody;
import egov.kiosk.crypto.custody.KeyCustody;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The custodies there are: the file holder is always at hand, others come and go as services. */
final class Custodies {
  private final SecureRandom random;
  private final List<KeyCustody> others = new CopyOnWriteArrayList<>();

  Custodies(SecureRandom random) {
    this.random = random;
  }

  void add(KeyCustody custody) {
    others.add(custody);
  }

  void remove(KeyCustody custody) {
    others.remove(custody);
  }

  /** The configured one; the file holder is opened afresh, so that mended files are found. */
  KeyCustody of(CryptoSettings settings) throws CryptoException {
    if (settings.files().isPresent()) {
      return FileCustody.open(settings.files().orElseThrow(), random);
    }
    if (settings.custody() == CustodyKind.FILE) {
      throw new CryptoException(
          CryptoFault.CUSTODY_ABSENT,
          "crypto.custody is file, but either crypto.softwareKeyAllowed forbids that or"
              + " crypto.keyFile and crypto.certificateFile do not both name a file; a site keeps its"
              + " key in a device");
    }
    for (KeyCustody custody : others) {
      if (custody.description().kind() == settings.custody()) {
        return custody;
      }
    }
    throw absent(settings);
  }

  static CryptoException absent(CryptoSettings settings) {
    return new CryptoException(
        CryptoFault.CUSTODY_ABSENT,
        "crypto.custody is "
            + settings.custody().word()
            + " and no such custody runs; configure the component custody with this kind");
  }
}
