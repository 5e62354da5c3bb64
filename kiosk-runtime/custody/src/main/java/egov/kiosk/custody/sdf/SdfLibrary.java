package egov.kiosk.custody.sdf;

import com.sun.jna.Function;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.custody.library.ModuleLibrary;
import egov.kiosk.custody.token.TokenFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions of GM/T 0018-2012 clause 6 that are needed, on the C boundary: they return an int,
 * handles are pointers, lengths and indexes 32 bits.
 */
final class SdfLibrary {
  private static final List<String> NEEDED =
      List.of(
          "SDF_OpenDevice",
          "SDF_CloseDevice",
          "SDF_OpenSession",
          "SDF_CloseSession",
          "SDF_GetPrivateKeyAccessRight",
          "SDF_ReleasePrivateKeyAccessRight",
          "SDF_ExportSignPublicKey_ECC",
          "SDF_ExportEncPublicKey_ECC",
          "SDF_InternalSign_ECC",
          "SDF_InternalDecrypt_ECC");

  private final Map<String, Function> functions = new HashMap<>();
  private final String device;

  SdfLibrary(ModuleLibrary library, String device) throws CryptoException {
    this.device = device;
    for (String name : NEEDED) {
      functions.put(name, library.function(name));
    }
  }

  /** Calls and returns the code. */
  int code(String name, Object... arguments) {
    return functions.get(name).invokeInt(arguments);
  }

  /** Calls, and refuses every code but SDR_OK. */
  void call(String name, Object... arguments) throws CryptoException {
    check(name, code(name, arguments));
  }

  void check(String name, int code) throws CryptoException {
    if (code != SdfError.SDR_OK) {
      throw refusal(name, code);
    }
  }

  CryptoException refusal(String name, int code) {
    String seen = name + ": " + SdfError.text(code);
    // Without a session everything is opened afresh, which is what coming back needs, too.
    if (SdfError.SDR_COMMFAIL.is(code)
        || SdfError.SDR_HARDFAIL.is(code)
        || SdfError.SDR_OPENDEVICE.is(code)
        || SdfError.SDR_OPENSESSION.is(code)
        || SdfError.SDR_PARDENY.is(code)) {
      return TokenFault.absent(device, seen);
    }
    return TokenFault.fault(device, seen);
  }
}
