/** Where there is no guideline of WeChat's there is nothing to agree to. */
export const PrivacySheet = () => null;
