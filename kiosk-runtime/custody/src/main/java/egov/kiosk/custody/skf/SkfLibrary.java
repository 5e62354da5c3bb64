package egov.kiosk.custody.skf;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.library.ModuleLibrary;
import egov.kiosk.custody.token.TokenFault;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions of GM/T 0016-2012 clause 7 that are needed, on the C boundary. ULONG, BOOL are 32
 * bits (clause 6.1), handles are pointers, names end with a zero byte. Places for a returned ULONG
 * have eight zeroed bytes, because some vendors' libraries for 64 bits write eight.
 */
final class SkfLibrary {
  static final int NUMBER = Long.BYTES;

  private static final List<String> NEEDED =
      List.of(
          "SKF_EnumDev",
          "SKF_ConnectDev",
          "SKF_DisConnectDev",
          "SKF_OpenApplication",
          "SKF_CloseApplication",
          "SKF_OpenContainer",
          "SKF_CloseContainer",
          "SKF_GetPINInfo",
          "SKF_VerifyPIN",
          "SKF_ExportCertificate",
          "SKF_ExportPublicKey",
          "SKF_ECCSignData");

  private static final List<String> NEEDED_TO_ENROL =
      List.of(
          "SKF_CreateContainer",
          "SKF_GenECCKeyPair",
          "SKF_ImportECCKeyPair",
          "SKF_ImportCertificate");

  private final Map<String, Function> functions = new HashMap<>();
  private final String device;

  SkfLibrary(ModuleLibrary library, SkfDecrypt decrypt, String device) throws CryptoException {
    this.device = device;
    for (String name : NEEDED) {
      functions.put(name, library.function(name));
    }
    if (decrypt != SkfDecrypt.NONE) {
      String name = decryptName(decrypt);
      functions.put(name, library.function(name));
    }
  }

  /** Finds what making keys needs, too. */
  SkfLibrary enrolling(ModuleLibrary library) throws CryptoException {
    for (String name : NEEDED_TO_ENROL) {
      functions.put(name, library.function(name));
    }
    return this;
  }

  static String decryptName(SkfDecrypt decrypt) {
    return decrypt == SkfDecrypt.ECC_PRV_KEY_DECRYPT ? "SKF_ECCPrvKeyDecrypt" : "SKF_ECCDecrypt";
  }

  /** Calls and returns the code. */
  int code(String name, Object... arguments) {
    return functions.get(name).invokeInt(arguments);
  }

  /** Calls, and refuses every code but SAR_OK. */
  void call(String name, Object... arguments) throws CryptoException {
    int code = code(name, arguments);
    if (code != SkfError.SAR_OK) {
      throw refusal(name, code);
    }
  }

  /** Calls a function whose last argument is where a handle is put. */
  Pointer handle(String name, Object first, String second) throws CryptoException {
    Memory handle = Ecc.block(Long.BYTES);
    if (second == null) {
      call(name, first, handle);
    } else {
      call(name, first, text(second), handle);
    }
    return handle.getPointer(0);
  }

  CryptoException refusal(String name, int code) {
    String seen = name + ": " + SkfError.text(code);
    // Without a session everything is opened afresh, which is what coming back needs, too.
    if (SkfError.SAR_DEVICE_REMOVED.is(code)
        || SkfError.SAR_INVALIDHANDLEERR.is(code)
        || SkfError.SAR_USER_NOT_LOGGED_IN.is(code)) {
      return TokenFault.absent(device, seen);
    }
    return TokenFault.fault(device, seen);
  }

  /** Text as the interface takes it. */
  static Memory text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    Memory text = Ecc.block(bytes.length + 1L);
    text.write(0, bytes, 0, bytes.length);
    return text;
  }
}
