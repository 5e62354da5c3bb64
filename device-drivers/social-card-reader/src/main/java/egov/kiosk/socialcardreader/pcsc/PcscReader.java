package egov.kiosk.socialcardreader.pcsc;

import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.Deadline;
import egov.kiosk.link.LinkException;
import egov.kiosk.link.LinkFault;
import egov.kiosk.link.PluggedConnection;
import egov.kiosk.socialcardreader.card.CardFault;
import egov.kiosk.socialcardreader.card.SocialCardApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** A reader that is plugged in. Lives on the device's thread; holds nothing that must be let go. */
public final class PcscReader implements PluggedConnection {
  /** The JDK's waits do not listen to interrupts, so they are short. */
  private static final Duration SLICE = Duration.ofMillis(200);

  /** How long pcscd may take to notice that a card is gone. */
  private static final Duration NOTICED = Duration.ofMillis(700);

  /** As in {@code ACME Reader [CCID Interface] (0123456789) 00 00}. */
  private static final Pattern SERIAL = Pattern.compile("\\(([!-'*-~]{1,64})\\) \\d\\d \\d\\d$");

  private final PcscService service;
  private final CardTerminal terminal;

  private PcscReader(PcscService service, CardTerminal terminal) {
    this.service = service;
    this.terminal = terminal;
  }

  /**
   * Finds the reader.
   *
   * @param library the path of libpcsclite; empty looks at the usual places
   * @param name a part of the reader's name; empty takes the only one there is
   * @throws LinkException when pcscd does not answer, no such reader is plugged in, or there is
   *     more than one to choose from
   */
  public static PcscReader find(String library, String name) throws LinkException {
    PcscService service = new PcscService(library);
    List<CardTerminal> fitting =
        service.terminals().stream().filter(terminal -> terminal.getName().contains(name)).toList();
    if (fitting.isEmpty()) {
      throw new LinkException(
          LinkFault.NOT_THERE,
          "no such PC/SC reader is plugged in; plug it in or correct its name");
    }
    if (fitting.size() > 1) {
      throw new LinkException(
          LinkFault.CANNOT_OPEN,
          "several PC/SC readers fit; configure the name of one: "
              + fitting.stream().map(CardTerminal::getName).toList());
    }
    return new PcscReader(service, fitting.get(0));
  }

  /** The reader's name, as PC/SC has it. */
  public String name() {
    return terminal.getName();
  }

  /**
   * Who it is: pcscd writes the serial number a reader has on USB into its name, in round brackets;
   * javax.smartcardio has no other way to ask.
   */
  @Override
  public Optional<DeviceIdentity> identity() {
    return Optional.of(identityIn(terminal.getName()));
  }

  static DeviceIdentity identityIn(String name) {
    Matcher serial = SERIAL.matcher(name);
    return serial.find()
        ? new DeviceIdentity(DeviceIdentity.Kind.SERIAL, serial.group(1))
        : DeviceIdentity.UNTOLD;
  }

  @Override
  public void glance() throws LinkException {
    boolean there =
        service.terminals().stream().anyMatch(seen -> seen.getName().equals(terminal.getName()));
    if (!there) {
      throw new LinkException(LinkFault.LOST, "the PC/SC reader went away; check its cable");
    }
  }

  /** Whether a card is in it. */
  public boolean cardPresent() throws DeviceException {
    try {
      return terminal.isCardPresent();
    } catch (CardException | RuntimeException e) {
      throw PcscFault.asDeviceFault(e);
    }
  }

  /**
   * Reads the card that is in it.
   *
   * @throws DeviceException as {@link SocialCardApplication#read}, and as PC/SC reports
   */
  public SocialCard read() throws DeviceException, InterruptedException {
    try (PcscCard card = PcscCard.powerUp(terminal)) {
      return new SocialCardApplication(card).read();
    } catch (DeviceException e) {
      // Readers have many words for a card that is gone while it is spoken to; some say nothing.
      boolean drawn = e.fault() == FaultCode.CARD_UNREADABLE && drawn();
      throw drawn ? CardFault.of(FaultCode.CARD_MOVED, PcscFault.CARD_GONE.message()) : e;
    }
  }

  private boolean drawn() {
    try {
      return terminal.waitForCardAbsent(NOTICED.toMillis());
    } catch (CardException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Waits for a card.
   *
   * @throws DeviceException {@link FaultCode#NO_CARD} when none came in time
   */
  public void awaitCard(Duration wait) throws DeviceException, InterruptedException {
    Deadline deadline = Deadline.after(wait);
    try {
      // Zero would mean for ever.
      while (!terminal.waitForCardPresent(
          Math.max(1, deadline.remainingAtMost(SLICE).toMillis()))) {
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted while waiting for a card");
        }
        if (deadline.passed()) {
          throw CardFault.of(FaultCode.NO_CARD, "no card was inserted in time; insert it");
        }
      }
    } catch (CardException | IllegalStateException e) {
      throw PcscFault.asDeviceFault(e);
    }
  }

  @Override
  public void close() {
    // PC/SC lets go of a reader with its last card.
  }
}
