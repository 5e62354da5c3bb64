package egov.kiosk.custody.skf;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.KeyDescription;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.library.ModuleLibrary;
import egov.kiosk.custody.token.Token;
import egov.kiosk.custody.token.TokenDriver;
import egov.kiosk.custody.token.TokenFault;
import java.util.List;
import java.util.Objects;

/**
 * Reaches a smart key (智能密码钥匙) through its vendor's library for the interface of GM/T 0016-2012,
 * also known as SKF. Device, application and container are opened in that order (clauses 7.1, 7.3,
 * 7.4); the PIN is not needed for it.
 */
public final class SkfDriver implements TokenDriver {
  private static final int LARGEST_LIST = 64 * 1024;

  private final SkfSettings settings;

  /** A driver for the device that the settings name. */
  public SkfDriver(SkfSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  @Override
  public KeyDescription description() {
    return new KeyDescription(
        CustodyKind.SKF,
        "SKF "
            + (settings.device().isEmpty() ? "" : settings.device() + "/")
            + settings.application()
            + "/"
            + settings.container());
  }

  @Override
  public Token connect() throws CryptoException {
    return connect(library(), false);
  }

  @Override
  public Token connectToEnrol() throws CryptoException {
    return connect(library().enrolling(ModuleLibrary.load(settings.library())), true);
  }

  private SkfLibrary library() throws CryptoException {
    return new SkfLibrary(
        ModuleLibrary.load(settings.library()), settings.decrypt(), description().label());
  }

  private Token connect(SkfLibrary library, boolean mayMake) throws CryptoException {
    String label = description().label();
    String name = choose(names(library, label), label);
    Pointer device = library.handle("SKF_ConnectDev", SkfLibrary.text(name), null);
    SkfToken token = new SkfToken(library, settings, label, device);
    boolean open = false;
    try {
      token.open(mayMake);
      open = true;
      return token;
    } finally {
      if (!open) {
        token.close();
      }
    }
  }

  /**
   * Names of the devices that are plugged in: each ends with a zero byte, the list with one more.
   */
  private static List<String> names(SkfLibrary library, String label) throws CryptoException {
    Memory size = Ecc.block(SkfLibrary.NUMBER);
    library.call("SKF_EnumDev", 1, null, size);
    int length = size.getInt(0);
    if (length < 0 || length > LARGEST_LIST) {
      throw TokenFault.fault(label, "SKF_EnumDev names a list of " + length + " bytes");
    }
    if (length == 0) {
      return List.of();
    }
    Memory list = Ecc.block(length + 1L);
    library.call("SKF_EnumDev", 1, list, size);
    return SkfNames.of(list.getByteArray(0, length));
  }

  private String choose(List<String> names, String label) throws CryptoException {
    String wanted = settings.device();
    if (!wanted.isEmpty()) {
      if (names.contains(wanted)) {
        return wanted;
      }
      throw TokenFault.absent(label, names.size() + " other devices are");
    }
    if (names.isEmpty()) {
      throw TokenFault.absent(label, "no device is");
    }
    if (names.size() > 1) {
      throw TokenFault.noKey(label, "device of its own: several are there and none is named");
    }
    return names.get(0);
  }
}
