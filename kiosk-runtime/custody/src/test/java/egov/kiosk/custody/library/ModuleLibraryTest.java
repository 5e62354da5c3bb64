package egov.kiosk.custody.library;

import static egov.kiosk.crypto.CryptoFault.FILE_TOO_OPEN;
import static egov.kiosk.crypto.CryptoFault.LIBRARY_UNUSABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.custody.Tool;
import egov.kiosk.custody.pkcs11.CipherForm;
import egov.kiosk.custody.pkcs11.Pkcs11Driver;
import egov.kiosk.custody.pkcs11.Pkcs11Settings;
import egov.kiosk.custody.sdf.SdfDriver;
import egov.kiosk.custody.sdf.SdfSettings;
import egov.kiosk.custody.skf.SkfDecrypt;
import egov.kiosk.custody.skf.SkfDriver;
import egov.kiosk.custody.skf.SkfSettings;
import egov.kiosk.custody.token.TokenDriver;
import egov.kiosk.domain.device.Actor;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleLibraryTest {
  @TempDir Path folder;

  private void refused(CryptoFault fault, String what, Path file) {
    for (TokenDriver driver : drivers(file)) {
      CryptoException refused = assertThrows(CryptoException.class, driver::connect);
      assertEquals(fault, refused.fault());
      assertEquals(Actor.TECHNICIAN, refused.fault().actor());
      assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
      assertTrue(refused.getMessage().contains(what), refused.getMessage());
    }
  }

  private static List<TokenDriver> drivers(Path file) {
    return List.of(
        new SkfDriver(new SkfSettings(file, "", "a", "c", SkfDecrypt.ECC_DECRYPT)),
        new SdfDriver(new SdfSettings(file, 1, true)),
        new Pkcs11Driver(new Pkcs11Settings(file, "", "k", "", 1, false, 0, CipherForm.C1C3C2)));
  }

  private Path compiled(String source, String... options) throws Exception {
    Files.writeString(folder.resolve("lib.c"), source);
    List<String> command =
        new ArrayList<>(List.of("gcc", "-shared", "-fPIC", "-o", "lib.so", "lib.c"));
    command.addAll(List.of(options));
    Tool.run(folder, command);
    return folder.resolve("lib.so").toAbsolutePath();
  }

  @Test
  void missingOrRelative_isSaidWithThePath() {
    refused(LIBRARY_UNUSABLE, "is not there", Path.of("/nowhere/libskf.so"));
    refused(LIBRARY_UNUSABLE, "no absolute path", Path.of("libskf.so"));
    refused(LIBRARY_UNUSABLE, "cannot be read", folder.toAbsolutePath());
  }

  @Test
  void notAnElfFile_isSaid() throws Exception {
    Path text = folder.resolve("libskf.so").toAbsolutePath();
    Files.writeString(text, "INPUT(libother.so)");
    refused(LIBRARY_UNUSABLE, "no shared library", text);
    Files.writeString(text, "");
    refused(LIBRARY_UNUSABLE, "no shared library", text);
  }

  @Test
  void truncatedOrOfAnotherProcessor_isSaid() throws Exception {
    Path whole = compiled("int f(void) { return 0; }");
    byte[] bytes = Files.readAllBytes(whole);
    Path damaged = folder.resolve("damaged.so").toAbsolutePath();
    Files.write(damaged, Arrays.copyOf(bytes, 80));
    refused(LIBRARY_UNUSABLE, "does not load", damaged);
    // e_machine of the ELF header: 0xF3 is RISC-V.
    bytes[18] = (byte) 0xf3;
    Path foreign = folder.resolve("foreign.so").toAbsolutePath();
    Files.write(foreign, bytes);
    refused(LIBRARY_UNUSABLE, "does not load", foreign);
  }

  @Test
  void anotherKindOfLibrary_isSaidWithTheFirstMissingFunction() throws Exception {
    Path other =
        compiled("int SKF_EnumDev(void) { return 0; } int SDF_OpenDevice(void) { return 0; }");
    refused(LIBRARY_UNUSABLE, "has no function ", other);
  }

  @Test
  void missingSymbolOfItsOwn_isFoundWhenLoading() throws Exception {
    refused(
        LIBRARY_UNUSABLE,
        "does not load",
        compiled("extern int nowhere(void); int C_GetFunctionList(void) { return nowhere(); }"));
  }

  @Test
  void listOfFunctions_thatIsNotGiven_isSaid() throws Exception {
    Path silent = compiled("unsigned long C_GetFunctionList(void **list) { *list = 0; return 0; }");
    TokenDriver driver = drivers(silent).get(2);
    CryptoException refused = assertThrows(CryptoException.class, driver::connect);
    assertEquals(LIBRARY_UNUSABLE, refused.fault());
  }

  @Test
  void writableByOthers_isRefused() throws Exception {
    Path file = compiled("int f(void) { return 0; }");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxr-x"));
    refused(FILE_TOO_OPEN, "chmod go-w", file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xrwx"));
    refused(FILE_TOO_OPEN, "chmod go-w", file);
  }

  /** Seen: the collector unloaded it between two calls, and the next one crashed the process. */
  @Test
  void loaded_andForgotten_staysInMemory() throws Exception {
    Path file = compiled("int f(void) { return 0; }");
    ModuleLibrary.load(file).function("f");
    WeakReference<Object> collected = new WeakReference<>(new Object());
    for (int i = 0; i < 5; i++) {
      System.gc();
      System.runFinalization();
    }
    assertNull(collected.get());
    assertTrue(Files.readString(Path.of("/proc/self/maps")).contains(file.toString()));
  }
}
