package egov.kiosk.emulator.cabinet;

import egov.kiosk.emulator.control.Happenings;
import egov.kiosk.emulator.pty.PluggedLine;
import egov.kiosk.emulator.pty.Pty;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The device's thread: a request is complete when its check fits, and is forgotten when the line
 * stands still. Ends on interrupt.
 */
final class BoardLine implements PluggedLine.Work {
  private static final Duration STILL = Duration.ofMillis(20);
  private static final int LONGEST = 256;
  private static final long DRIP_MILLIS = 5;

  private final int unit;
  private final RelayBoard board;
  private final BoardFaults faults;
  private final Happenings happenings;
  private final AtomicLong requests;
  private final Random random = new Random(11);
  private byte[] heard = new byte[0];

  BoardLine(
      int unit, RelayBoard board, BoardFaults faults, Happenings happenings, AtomicLong requests) {
    this.unit = unit;
    this.board = board;
    this.faults = faults;
    this.happenings = happenings;
    this.requests = requests;
  }

  @Override
  public void serve(Pty pty) throws IOException {
    byte[] buffer = new byte[LONGEST];
    try {
      while (!Thread.currentThread().isInterrupted()) {
        int count = pty.read(buffer, STILL);
        if (count == 0 || heard.length > LONGEST) {
          heard = new byte[0];
        }
        heard = Arrays.copyOf(heard, heard.length + count);
        System.arraycopy(buffer, 0, heard, heard.length - count, count);
        if (heard.length >= 4 && Check.of(heard, heard.length) == 0) {
          byte[] request = heard;
          heard = new byte[0];
          serve(pty, request);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(Pty pty, byte[] request) throws IOException, InterruptedException {
    if ((request[0] & 0xFF) != unit) {
      return;
    }
    requests.incrementAndGet();
    happenings.tell("request " + (request[1] & 0xFF));
    byte[] pdu = Arrays.copyOfRange(request, 1, request.length - 2);
    Optional<BoardFault> fault = faults.take();
    if (fault.isEmpty()) {
      send(pty, framed(unit, board.answer(pdu)));
    } else {
      misbehave(pty, fault.get(), pdu);
    }
  }

  private void misbehave(Pty pty, BoardFault fault, byte[] pdu)
      throws IOException, InterruptedException {
    byte[] right = framed(unit, board.answer(pdu));
    switch (fault) {
      case SILENCE -> {}
      case WRONG_CHECK -> {
        right[right.length - 1] ^= 0x5A;
        send(pty, right);
      }
      case TRUNCATED -> send(pty, Arrays.copyOf(right, right.length / 2));
      case WRONG_UNIT -> send(pty, framed(unit + 1, board.answer(pdu)));
      case WRONG_FUNCTION -> {
        byte[] other = board.answer(pdu);
        other[0] = 0x03;
        send(pty, framed(unit, other));
      }
      case WRONG_COUNT -> {
        byte[] other = board.answer(pdu);
        other[1] = (byte) 0xF0;
        send(pty, framed(unit, other));
      }
      case REFUSES -> send(pty, framed(unit, RelayBoard.exception(pdu[0], 2)));
      case BUSY -> send(pty, framed(unit, RelayBoard.exception(pdu[0], 6)));
      case NOISE -> {
        byte[] noise = new byte[40];
        random.nextBytes(noise);
        send(pty, noise);
      }
      case JUNK_BEFORE -> {
        send(pty, new byte[] {0, (byte) 0xFF, 0x55});
        send(pty, right);
      }
      case DRIP -> {
        for (byte one : right) {
          send(pty, new byte[] {one});
          Thread.sleep(DRIP_MILLIS);
        }
      }
      case TWICE -> {
        send(pty, right);
        send(pty, right);
      }
    }
  }

  private static byte[] framed(int unit, byte[] pdu) {
    byte[] frame = new byte[pdu.length + 3];
    frame[0] = (byte) unit;
    System.arraycopy(pdu, 0, frame, 1, pdu.length);
    int check = Check.of(frame, pdu.length + 1);
    frame[pdu.length + 1] = (byte) check;
    frame[pdu.length + 2] = (byte) (check >> 8);
    return frame;
  }

  private static void send(Pty pty, byte[] bytes) throws IOException {
    pty.write(bytes, 0, bytes.length);
  }
}
