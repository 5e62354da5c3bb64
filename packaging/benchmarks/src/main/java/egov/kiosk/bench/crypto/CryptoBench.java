package egov.kiosk.bench.crypto;

import egov.kiosk.bench.Ratio;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmarks of trust; called by {@code packaging/bench crypto}. */
@Command(name = "bench crypto", mixinStandardHelpOptions = true)
public final class CryptoBench implements Callable<Integer> {
  @Option(names = "--only", split = ",", description = "some of sm2, seal, audit")
  private List<String> only = List.of();

  /** Exits with 0 whatever the figures are; they are for people and for comparison. */
  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "bench-logback.xml");
    System.exit(new CommandLine(new CryptoBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (wanted("sm2")) {
      new SignBench().run().forEach(CryptoBench::print);
    }
    if (wanted("seal")) {
      print(new SealBench().run());
    }
    if (wanted("audit")) {
      print(new AuditBench().run());
    }
    return 0;
  }

  /** At once, so that a later failure leaves the earlier figures. */
  private static void print(Ratio ratio) {
    System.err.println(ratio.detailLine());
    System.out.println(ratio.line());
  }

  private boolean wanted(String name) {
    if (!only.isEmpty() && !only.contains(name)) {
      return false;
    }
    System.err.println("bench: " + name);
    return true;
  }
}
