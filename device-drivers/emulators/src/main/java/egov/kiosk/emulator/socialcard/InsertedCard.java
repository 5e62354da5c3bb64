package egov.kiosk.emulator.socialcard;

import egov.kiosk.emulator.control.Happenings;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jdk.net.ExtendedSocketOptions;

/**
 * A card in the slot: a connection to the virtual reader, and the thread that answers for the chip.
 *
 * <p>The reader frames everything as two length bytes, most significant first, and that many more:
 * one byte 0, 1, 2 or 4 for power off, power on, reset and "what is your ATR", else a command of
 * the card's. Only ATR and commands are answered.
 */
final class InsertedCard implements AutoCloseable {
  private static final int RESET = 2;
  private static final int POWER_OFF = 0;
  private static final int POWER_ON = 1;
  private static final int ASK_ATR = 4;
  private static final long SLOW_MILLIS = 750;
  private static final long STOP_MILLIS = 5_000;

  private final Socket socket;
  private final SocialCard card;
  private final CardChip chip;
  private final ArmedFaults faults;
  private final Happenings happenings;
  private final AtomicLong commands;
  private final Thread thread;

  private InsertedCard(
      Socket socket,
      SocialCard card,
      ArmedFaults faults,
      Happenings happenings,
      AtomicLong commands) {
    this.socket = socket;
    this.card = card;
    this.chip = new CardChip(card);
    this.faults = faults;
    this.happenings = happenings;
    this.commands = commands;
    this.thread = new Thread(this::serve, "emulator-social-card");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Puts a card in.
   *
   * @throws IOException when no reader listens there
   */
  static InsertedCard insert(
      int port, SocialCard card, ArmedFaults faults, Happenings happenings, AtomicLong commands)
      throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return new InsertedCard(socket, card, faults, happenings, commands);
  }

  private void serve() {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      while (true) {
        byte[] message = new byte[next(in)];
        in.readFully(message);
        // The reader sends length and data apart: without this every command waits 40 ms.
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        if (message.length == 1) {
          obey(message[0], out);
        } else if (!command(message, out)) {
          return;
        }
      }
    } catch (IOException e) {
      // The card was drawn, or the reader went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int next(DataInputStream in) throws IOException {
    socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    return in.readUnsignedShort();
  }

  private void obey(byte order, OutputStream out) throws IOException {
    switch (order) {
      case POWER_OFF, POWER_ON, RESET -> chip.reset();
      case ASK_ATR -> send(out, card.atr());
      default -> System.err.println("social-card: the reader gives an unknown order " + order);
    }
  }

  /** Answers one command; false when the card is gone. */
  private boolean command(byte[] apdu, OutputStream out) throws IOException, InterruptedException {
    commands.incrementAndGet();
    String step = CardChip.step(apdu);
    happenings.tell("step " + step);
    Optional<ChipFault> fault = faults.at(step);
    if (fault.isEmpty()) {
      send(out, chip.answer(apdu));
      return true;
    }
    switch (fault.get()) {
      case PULL -> {
        return false;
      }
      case STALL -> {
        // Deaf until somebody draws the card.
        while (true) {
          TimeUnit.HOURS.sleep(1);
        }
      }
      case SLOW -> TimeUnit.MILLISECONDS.sleep(SLOW_MILLIS);
      default -> {
        // Spoils the answer and nothing else.
      }
    }
    send(out, chip.spoilt(fault.get(), apdu));
    return true;
  }

  private static void send(OutputStream out, byte[] message) throws IOException {
    byte[] framed = new byte[message.length + 2];
    framed[0] = (byte) (message.length >> 8);
    framed[1] = (byte) message.length;
    System.arraycopy(message, 0, framed, 2, message.length);
    out.write(framed);
    out.flush();
    Arrays.fill(framed, (byte) 0);
  }

  /** Whether it still is in the slot. */
  boolean in() {
    return thread.isAlive();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      System.err.println("social-card: does not come out: " + e.getMessage());
    }
    thread.interrupt();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
