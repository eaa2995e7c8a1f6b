package dev.rampart.domain.client;

/** What administering clients may touch, within one transaction. */
public interface ClientAdminStores extends ClientStores {

    ClientRegister clientRegister();

    ServiceAccounts serviceAccounts();
}
