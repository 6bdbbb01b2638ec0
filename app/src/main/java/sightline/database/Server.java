package sightline.database;

import java.util.Properties;

/**
 * A PostgreSQL server as its administrator reaches it.
 *
 * @param host name or address
 * @param port TCP port
 * @param administrator a role that may create roles and databases; never used at run time
 */
public record Server(String host, int port, String administrator, String password) {

    /** The JDBC address of one database on this server. */
    public String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    Properties administratorLogin() {
        var login = new Properties();
        login.setProperty("user", administrator);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "sightline-set-up");
        return login;
    }

    @Override
    public String toString() {
        return "Server[" + host + ":" + port + ", " + administrator + "]";
    }
}
