package egov.kiosk.launcher.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Asks the person at the terminal; secrets are not shown. When there is no terminal, the answers
 * are the lines of the standard input, in the same order. For one thread.
 */
public final class Prompt {
  private final Console console = System.console();
  private final BufferedReader input;
  private final PrintWriter labels;

  /**
   * @param labels where questions are written when there is no terminal
   */
  public Prompt(PrintWriter labels) {
    this.labels = labels;
    input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  /** One line, typed where it can be seen. */
  public String line(String label) throws IOException {
    return console == null ? next(label) : given(console.readLine("%s: ", label));
  }

  /** One line, not shown while it is typed, where there is a terminal. */
  public String secret(String label) throws IOException {
    if (console == null) {
      return next(label);
    }
    char[] typed = console.readPassword("%s: ", label);
    return given(typed == null ? null : new String(typed));
  }

  /** A secret typed twice. */
  public String chosen(String label) throws IOException {
    String once = secret(label);
    if (!once.equals(secret(label + ", again"))) {
      throw new IOException("the two are not the same; nothing was changed");
    }
    return once;
  }

  private String next(String label) throws IOException {
    labels.println(label + ":");
    labels.flush();
    return given(input.readLine());
  }

  private static String given(String line) throws IOException {
    if (line == null) {
      throw new IOException("no answer was given; nothing was changed");
    }
    return line.strip();
  }
}
