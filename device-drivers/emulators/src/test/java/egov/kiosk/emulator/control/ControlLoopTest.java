package egov.kiosk.emulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlLoopTest {

  /** Echoes, refuses or breaks, as the first word says. */
  private static final class Parrot implements Emulator {
    @Override
    public String ready() {
      return "kind=parrot";
    }

    @Override
    public String obey(List<String> words) throws OrderException {
      return switch (words.get(0)) {
        case "say" -> String.join(" ", words.subList(1, words.size()));
        case "break" -> throw new IllegalStateException("secret");
        default -> throw new OrderException("two\nlines");
      };
    }

    @Override
    public void close() {}
  }

  private static List<String> conversation(String orders) {
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    new ControlLoop(
            new BufferedReader(new StringReader(orders)),
            new PrintStream(answers, true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
        .serve(new Parrot());
    return answers.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void orders_serve_getExactlyOneLineEach() {
    assertEquals(
        List.of("ready kind=parrot", "ok hello 政务", "ok", "error two lines"),
        conversation("say  hello 政务\nsay\nnonsense\n"));
  }

  @Test
  void brokenOrder_serve_goesOnWithTheNext() {
    assertEquals(
        List.of("ready kind=parrot", "error unexpected IllegalStateException", "ok x"),
        conversation("break\nsay x"));
  }

  @Test
  void emptyAndEndlessOrders_serve_areRefused() {
    List<String> answers = conversation("\n" + "x".repeat(5000) + "\n");
    assertEquals(3, answers.size());
    assertEquals("error an order is 1..4096 characters", answers.get(1));
    assertEquals(answers.get(1), answers.get(2));
  }
}
