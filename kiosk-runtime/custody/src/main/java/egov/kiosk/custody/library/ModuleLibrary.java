package egov.kiosk.custody.library;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * A vendor's shared library, loaded into this process for good: unloading such libraries is where
 * they crash most. Symbols are bound at once, so that a missing one is found here, and stay local,
 * so that a library which brings its own OpenSSL does not disturb another's.
 *
 * <p>Whoever can write the file can run code as this process, so a file that others may write is
 * refused. A fault inside the library (SIGSEGV) ends this process; see decision 9.
 */
public final class ModuleLibrary {
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  /**
   * {@code RTLD_NOW} and {@code RTLD_NODELETE} of Linux, and not {@code RTLD_GLOBAL}. Without the
   * second JNA would unload the library when the collector finds its object unused, even under a
   * table of functions that is still called.
   */
  private static final int BIND_NOW_LOCAL_FOR_GOOD = 0x1002;

  private final Path file;
  private final NativeLibrary library;

  private ModuleLibrary(Path file, NativeLibrary library) {
    this.file = file;
    this.library = library;
  }

  /**
   * Loads a library; loading it again gives the same one.
   *
   * @param file absolute
   * @throws CryptoException {@link CryptoFault#LIBRARY_UNUSABLE}, or {@link
   *     CryptoFault#FILE_TOO_OPEN}
   */
  public static ModuleLibrary load(Path file) throws CryptoException {
    checkFile(file);
    try {
      return new ModuleLibrary(
          file,
          NativeLibrary.getInstance(
              file.toString(), Map.of(Library.OPTION_OPEN_FLAGS, BIND_NOW_LOCAL_FOR_GOOD)));
    } catch (UnsatisfiedLinkError e) {
      // The loader's text names files and symbols only, and is what a vendor will ask for.
      throw unusable(file, "does not load (" + e.getMessage().lines().findFirst().orElse("") + ")");
    }
  }

  private static void checkFile(Path file) throws CryptoException {
    if (!file.isAbsolute()) {
      throw unusable(file, "is no absolute path");
    }
    try (var in = Files.newInputStream(file)) {
      if (!Arrays.equals(in.readNBytes(ELF.length), ELF)) {
        throw unusable(file, "is no shared library (ELF)");
      }
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
          || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
        throw new CryptoException(
            CryptoFault.FILE_TOO_OPEN,
            "library "
                + file
                + " can be written by others than its owner; run chmod go-w on it and install it"
                + " again if it may have been changed");
      }
    } catch (IOException e) {
      throw unusable(file, "is not there or cannot be read");
    }
  }

  /**
   * A function of the library.
   *
   * @throws CryptoException {@link CryptoFault#LIBRARY_UNUSABLE} when it has none of that name
   */
  public Function function(String name) throws CryptoException {
    try {
      return library.getFunction(name);
    } catch (UnsatisfiedLinkError e) {
      throw unusable(file, "has no function " + name + ": it is another kind of library");
    }
  }

  /** The refusal of this library. */
  public CryptoException unusable(String why) {
    return unusable(file, why);
  }

  private static CryptoException unusable(Path file, String why) {
    return new CryptoException(
        CryptoFault.LIBRARY_UNUSABLE,
        "library "
            + file
            + " "
            + why
            + "; a technician installs the device vendor's package for this processor or corrects"
            + " the path");
  }
}
