package egov.kiosk.custody.sdf;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.KeyDescription;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.library.ModuleLibrary;
import egov.kiosk.custody.token.Token;
import egov.kiosk.custody.token.TokenDriver;
import java.util.Objects;

/**
 * Reaches a cryptographic card or machine (密码卡, 密码机) through its vendor's library for the interface
 * of GM/T 0018-2012, also known as SDF. Such devices have key pairs by index and keep no
 * certificates, so those come from files.
 */
public final class SdfDriver implements TokenDriver {
  private final SdfSettings settings;

  /** A driver for the key that the settings name. */
  public SdfDriver(SdfSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  @Override
  public KeyDescription description() {
    return new KeyDescription(CustodyKind.SDF, "SDF key " + settings.keyIndex());
  }

  @Override
  public Token connect() throws CryptoException {
    SdfLibrary library =
        new SdfLibrary(ModuleLibrary.load(settings.library()), description().label());
    Memory handle = Ecc.block(Long.BYTES);
    library.call("SDF_OpenDevice", handle);
    Pointer device = handle.getPointer(0);
    Memory opened = Ecc.block(Long.BYTES);
    int code = library.code("SDF_OpenSession", device, opened);
    if (code != SdfError.SDR_OK) {
      library.code("SDF_CloseDevice", device);
      throw library.refusal("SDF_OpenSession", code);
    }
    return new SdfToken(library, settings, description().label(), device, opened.getPointer(0));
  }
}
