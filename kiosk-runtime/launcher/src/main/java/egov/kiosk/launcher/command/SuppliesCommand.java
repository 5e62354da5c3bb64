package egov.kiosk.launcher.command;

import egov.kiosk.launcher.session.RunningKiosk;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk supplies}: paper and toner as they are counted, and what was put in. */
@Command(
    name = "supplies",
    description = {
      "Paper and toner of the running kiosk: what is left and for how many days, by its own count.",
      "  kiosk supplies                             as they stand; \"not known\" before a refill",
      "  kiosk supplies refilled SUPPLY COUNT       slip-paper, a4-paper or toner was put in, good",
      "                                             for so many slips, sheets or pages"
    },
    mixinStandardHelpOptions = true)
public final class SuppliesCommand implements Callable<Integer> {
  private static final Pattern SUPPLY =
      Pattern.compile(
          "\\{\"supply\":\"([a-z0-9-]+)\".*?\"left\":([0-9]+|null).*?\"perDay\":([0-9.E-]+|null)"
              + ".*?\"days\":([0-9]+|null)");

  @Mixin private Place place;

  @Parameters(index = "0", arity = "0..1", paramLabel = "refilled", description = "see above")
  private String what;

  @Parameters(index = "1", arity = "0..1", paramLabel = "SUPPLY", description = "which one")
  private String supply;

  @Parameters(index = "2", arity = "0..1", paramLabel = "COUNT", description = "how many")
  private Integer count;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    boolean refilled = "refilled".equals(what);
    if (what != null && (!refilled || supply == null || count == null)) {
      throw new ParameterException(spec.commandLine(), "say: refilled SUPPLY COUNT");
    }
    if (refilled && !supply.matches("[a-z0-9-]{1,20}")) {
      throw new ParameterException(spec.commandLine(), "slip-paper, a4-paper or toner");
    }
    try (RunningKiosk kiosk = RunningKiosk.find(place.installation())) {
      String answer =
          refilled
              ? kiosk.post(
                  "refilled", "{\"supply\":\"" + supply + "\",\"capacity\":\"" + count + "\"}")
              : kiosk.post("supplies", "{}");
      print(spec.commandLine().getOut(), answer);
      return 0;
    }
  }

  private static void print(PrintWriter out, String answer) {
    Matcher one = SUPPLY.matcher(answer);
    boolean any = false;
    while (one.find()) {
      any = true;
      out.printf(
          "%-12s left %-9s a day %-9s days %s%n",
          one.group(1), known(one.group(2)), known(one.group(3)), known(one.group(4)));
    }
    if (!any) {
      out.println("this kiosk has no printer");
    }
    out.flush();
  }

  private static String known(String number) {
    if (number.equals("null")) {
      return "not known";
    }
    return number.contains(".") ? number.replaceAll("(\\.[0-9])[0-9]+$", "$1") : number;
  }
}
