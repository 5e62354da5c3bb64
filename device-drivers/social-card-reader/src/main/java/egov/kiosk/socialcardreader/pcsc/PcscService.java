package egov.kiosk.socialcardreader.pcsc;

import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkFault;
import java.lang.reflect.Field;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/**
 * The machine's PC/SC service, seen through the JDK. Lives on the device's thread.
 *
 * <p>The JDK keeps one connection to pcscd for the life of the program and never makes another, so
 * that a restarted pcscd would leave the kiosk without cards until it is restarted itself. Here
 * that connection is forgotten when the service was lost. Forgetting needs {@code --add-opens
 * java.smartcardio/sun.security.smartcardio=ALL-UNNAMED}, which the kiosk's own start gives.
 *
 * <p>Java's binding can establish a context and cannot release one (it has no SCardReleaseContext),
 * so each restart of pcscd leaves one open socket behind until the kiosk is restarted: a service
 * that restarts every hour takes a month to reach the usual limit of 1,024 files.
 */
final class PcscService {
  /**
   * @param library the path of libpcsclite; empty looks at the usual places
   */
  PcscService(String library) {
    PcscLibrary.announce(library);
  }

  /**
   * The readers that are plugged in.
   *
   * @throws LinkException {@link LinkFault#CANNOT_OPEN} when pcscd cannot be asked
   */
  List<CardTerminal> terminals() throws LinkException {
    try {
      return list();
    } catch (CardException | NoSuchAlgorithmException e) {
      if (PcscFault.of(e) == PcscFault.READER_GONE) {
        return List.of();
      }
      forget();
    }
    try {
      return list();
    } catch (CardException | NoSuchAlgorithmException e) {
      if (PcscFault.of(e) == PcscFault.READER_GONE) {
        return List.of();
      }
      throw new LinkException(LinkFault.CANNOT_OPEN, PcscFault.SERVICE_LOST.message(), e);
    }
  }

  private static List<CardTerminal> list() throws CardException, NoSuchAlgorithmException {
    return TerminalFactory.getInstance("PC/SC", null).terminals().list();
  }

  private static Field accessible(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** Makes the JDK connect anew at its next call. */
  private static void forget() throws LinkException {
    try {
      Class<?> terminals =
          Class.forName(
              "sun.security.smartcardio.PCSCTerminals", true, CardTerminal.class.getClassLoader());
      accessible(terminals, "contextId").setLong(null, 0);
      // Readers remember the connection they were found by.
      ((Map<?, ?>) accessible(terminals, "terminals").get(null)).clear();
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new LinkException(
          LinkFault.CANNOT_OPEN,
          "the PC/SC service was restarted and this Java keeps to the old one; restart the kiosk",
          e);
    }
  }
}
