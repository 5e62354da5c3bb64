package egov.kiosk.emulator.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An emulator that also runs scripts: {@code script FILE [SEED]}, {@code script state}, {@code
 * script stop}, and {@code do STEP; STEP; ...} for a script on the control line itself.
 */
public final class Scripted implements Emulator {
  private static final long MOST_BYTES = 1 << 20;

  private final Emulator device;
  private final Object turn = new Object();
  private ScriptRun run;

  /**
   * @param device takes the orders, one at a time
   */
  public Scripted(Emulator device) {
    this.device = device;
  }

  @Override
  public String ready() {
    return device.ready();
  }

  @Override
  public Happenings happenings() {
    return device.happenings();
  }

  @Override
  public String obey(List<String> words) throws OrderException {
    return switch (words.get(0)) {
      case "script" -> script(words);
      case "do" -> begin(steps(words.subList(1, words.size())), 1);
      default -> inTurn(words);
    };
  }

  private String inTurn(List<String> words) throws OrderException {
    synchronized (turn) {
      return device.obey(words);
    }
  }

  private String script(List<String> words) throws OrderException {
    String what = words.size() > 1 ? words.get(1) : "";
    return switch (what) {
      case "" -> throw new OrderException("expected script FILE [SEED], script state, script stop");
      case "state" -> run == null ? "none" : run.state();
      case "stop" -> {
        end();
        yield "";
      }
      default -> begin(file(Path.of(what)), words.size() > 2 ? seed(words.get(2)) : 1);
    };
  }

  private String begin(List<String> lines, long seed) throws OrderException {
    Script script = ScriptReader.read(lines);
    end();
    run = ScriptRun.start(script, this::inTurn, device.happenings(), seed);
    return "";
  }

  private static List<String> steps(List<String> words) {
    List<String> lines = new ArrayList<>();
    Collections.addAll(lines, String.join(" ", words).split(";"));
    return lines;
  }

  private static List<String> file(Path file) throws OrderException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new OrderException("a script has at most " + MOST_BYTES + " bytes");
      }
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new OrderException("script not readable: " + e.getMessage());
    }
  }

  private static long seed(String word) throws OrderException {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw new OrderException("a seed is a whole number");
    }
  }

  private void end() {
    if (run != null) {
      run.stop();
    }
  }

  @Override
  public void close() {
    end();
    device.close();
  }
}
