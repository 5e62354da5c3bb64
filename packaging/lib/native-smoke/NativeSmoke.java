import com.fazecast.jSerialComm.SerialPort;
import com.sun.jna.Function;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.osgi.OpenCVNativeLoader;

/** Uses each native library of the product once, and prints a line for each. */
final class NativeSmoke {
  public static void main(String[] words) throws Exception {
    System.out.println("ok   Java " + System.getProperty("java.version") + " on " + System.getProperty("os.arch"));
    int pid = Function.getFunction("c", "getpid").invokeInt(new Object[0]);
    expect(pid == ProcessHandle.current().pid(), "JNA: getpid " + pid);
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + Path.of(words[0], "smoke.db"));
        Statement statement = database.createStatement()) {
      statement.execute("pragma journal_mode=wal");
      statement.execute("create table one(x)");
      statement.execute("insert into one values(42)");
      try (ResultSet rows = statement.executeQuery("select x, sqlite_version() from one")) {
        rows.next();
        expect(rows.getInt(1) == 42, "SQLite " + rows.getString(2));
      }
    }
    int ports = SerialPort.getCommPorts().length;
    expect(ports >= 0, "jSerialComm " + SerialPort.getVersion() + ", " + ports + " lines");
    new OpenCVNativeLoader().init();
    Mat ones = new Mat(100, 100, CvType.CV_32F, new Scalar(1));
    expect(Core.sumElems(ones).val[0] == 10_000, "OpenCV " + Core.VERSION);
  }

  private static void expect(boolean good, String what) {
    if (!good) {
      throw new AssertionError(what);
    }
    System.out.println("ok   " + what);
  }
}
